"""The words that the model may say: few, short, honest, and never a claim that something was written."""

ENGLISH: dict[str, str] = {
    "hello": "Hello! Which project, which days?",
    "how": "Fine, thank you. What shall I put on your report?",
    "thanks": "You're welcome.",
    "bye": "Bye!",
    "fine": "Fine.",
    "sorry": "No problem.",
    "who": "I am Tally. I prepare changes to your activity report; you approve them.",
    "human": "No, I am a program.",
    "can": "Tell me a project and days, or an absence. I put it on a card, and you approve it.",
    "joke": "I know no jokes, only activity reports.",
    "off": "I can only help with your activity report.",
    "abuse": "Sorry. Tell me what should be different.",
    "inject": "I will not do that. I can only help with your activity report.",
    "state": "Good to know. Nothing was put on your report.",
    "keep": "Okay, I change nothing.",
    "rtt": "RTT is a day off that makes up for longer hours.",
    "percent": "A day goes in quarters: 25, 50, 75 or 100 %.",
    "reasons": "An absence is paid leave, RTT or sick leave.",
    "written": "Nothing is written before you approve it on the card.",
    "approve": "Please click Approve on the card.",
    "line": "Please click Decline on that line of the card.",
    "edit": "Click Edit on the card, or tell me what should be different.",
    "undo": "Click Undo on the card.",
    "what": "What shall I put on your report?",
    "unclear": "I did not understand that. Which project, which days?",
    "error": "I could not make sense of that. Please say it another way.",
    "read": "Here it is.",
    "reads": "Here they are.",
    "dropped": "Dropped. Nothing was written.",
    "declined": "Okay. What should it be?",
    "data": "Your report stays on your company's own machine.",
    "deadline": "I do not know. Please ask your manager.",
    "how_submit": "Say “submit my report”, and approve it on the card.",
    "why": "So that nothing wrong gets written. You approve every change.",
}

FRENCH: dict[str, str] = {
    "hello": "Bonjour ! Quel projet, quels jours ?",
    "how": "Bien, merci. Que faut-il noter ?",
    "thanks": "De rien.",
    "bye": "Au revoir !",
    "fine": "Très bien.",
    "who": "Je suis Tally. Je prépare votre rapport d'activité, vous validez.",
    "can": "Dites-moi un projet et des jours, ou une absence. Je prépare une carte, vous la validez.",
    "off": "Je ne m'occupe que de votre rapport d'activité.",
    "abuse": "Pardon. Dites-moi ce qu'il faut changer.",
    "state": "D'accord. Rien n'est mis dans le rapport.",
    "keep": "D'accord, je ne change rien.",
    "rtt": "Un RTT est un jour de repos qui compense des heures en plus.",
    "written": "Rien n'est écrit avant votre validation sur la carte.",
    "approve": "Cliquez sur Approve sur la carte.",
    "undo": "Cliquez sur Undo sur la carte.",
    "what": "Que faut-il noter ?",
    "unclear": "Je n'ai pas compris. Quel projet, quels jours ?",
    "read": "Voici.",
    "dropped": "Abandonné. Rien n'a été écrit.",
    "declined": "D'accord. Qu'est-ce qu'il faut noter ?",
}
_FRENCH_INSTEAD = {
    "sorry": "fine",
    "joke": "off",
    "inject": "off",
    "percent": "can",
    "reasons": "can",
    "line": "approve",
    "edit": "can",
    "human": "who",
    "error": "unclear",
    "reads": "read",
    "data": "off",
    "deadline": "off",
    "how_submit": "can",
    "why": "written",
}


def answer(key: str, french: bool) -> str:
    """The sentence for a purpose, in the person's language."""
    if french:
        return FRENCH[_FRENCH_INSTEAD.get(key, key)]
    return ENGLISH[key]
