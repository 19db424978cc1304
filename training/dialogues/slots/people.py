# ruff: noqa: E501, SIM905 (a bank of phrases: lines are as long as they need)
"""Names of people of many origins, and their e-mail addresses."""

from __future__ import annotations

from training.dialogues.grammar import Rnd

FIRST = """
Giulia Marc Anna Ahmed Wei Fatima João Priya Lars Chloé Yusuf Ingrid Kofi Mei Sofia Diego Nina Omar Hannah Louis Amélie
Björn Zoë Raj Elena Igor Amina Pierre Lucie Théo Manon Hugo Camille Jules Léa Inès Nathan Sarah Adam Tom Emma Jack Olivia
Liam Aoife Siobhan Conor Niamh Fergus Hamish Isla Rhys Gwen Dewi Jan Pieter Sanne Femke Daan Bram Lotte Klaus Jürgen
Heike Uwe Anke Matteo Chiara Lorenzo Francesca Paolo Carlos Lucía Javier Pilar Inês Tiago Rui Beatriz Piotr Agnieszka
Kasia Tomasz Jana Pavel Zuzana Milan Ana Ivana Goran Dragan Vesna Ioana Radu Andrei Nikos Eleni Yannis Mehmet Ayşe Emre
Deniz Noa Eitan Yael Layla Khalid Noor Hassan Samira Rania Kwame Ama Chidi Ngozi Zanele Thabo Aditya Deepa Sanjay Anjali
Arjun Kavya Hiroshi Yuki Kenji Sakura Jin Soo Min Hyun Linh Minh Thi Nguyen Somchai Putri Budi Maria Jose Santiago
Valentina Camila Mateo Renata Gabriel Thiago Luana Mohamed Karim Nadia Leïla Yanis Mehdi Salma Aurélie Benoît Cédric
Dominique Élodie François Gaëlle Hélène Jérôme Jean-Pierre Marie-Claire Anne-Sophie Olivier Pascal Quentin Régis Solène
Thibault Valérie Xavier Yves Bob Jim Kate Steve Paul Dave Lisa Tim Sue Ray Max Ben Sam Alex Kim Robin Charlie
""".split()

LAST = """
Rossi Dupont Durand Müller Schmidt Novak Kowalski Nielsen Hansen Johansson Virtanen O'Brien Murphy Kelly MacDonald
Campbell Smith Jones Brown Taylor Wilson Evans Wright Walker Hall Green Baker Hill Moore Clark Lewis Young King Scott
Garcia Martinez Lopez Fernandez Gonzalez Silva Santos Pereira Costa Ferreira Bianchi Ricci Conti Esposito Moretti Laurent
Moreau Lefèvre Girard Bonnet Mercier Blanc Guérin Faure Rousseau Garnier Chevalier Perrin Petit Leroy Roux Weber Fischer
Wagner Becker Hoffmann Koch Jansen Bakker Visser Smit Peeters Maes Popescu Ionescu Petrov Ivanov Horvat Kovač Papadakis
Yılmaz Kaya Demir Cohen Levi Haddad Khoury Benali Traoré Diallo Mensah Okafor Adeyemi Dlamini Patel Sharma Singh Gupta
Reddy Khan Ahmed Chen Wang Li Zhang Liu Tanaka Suzuki Sato Kim Park Lee Choi Nguyen Tran Pham Santoso Reyes Cruz Ramos
Vargas Rojas Castillo Müller-Roth Vandenberg Delacroix Lindqvist Haugen Sørensen
""".split()

TWO = ["van Dijk", "de Vries", "da Silva", "El Amrani", "Le Gall", "Ben Youssef", "van der Berg", "de la Cruz", "St. John",
       "Mc Cartney", "Du Plessis", "Al Farsi"]  # fmt: skip

DOMAINS = ["example.com", "corp.io", "acme.fr", "mail.com", "company.eu", "tally.dev", "ourfirm.co.uk", "contoso.com", "gmail.com",
           "studio.ch", "nordlys.no", "zwolle.nl", "groupe-lumen.fr", "firma.de"]  # fmt: skip


def first(rnd: Rnd) -> str:
    return FIRST[int(rnd() * len(FIRST))]


def last(rnd: Rnd) -> str:
    return TWO[int(rnd() * len(TWO))] if rnd() < 0.08 else LAST[int(rnd() * len(LAST))]


def email(rnd: Rnd, name: str, lastname: str) -> str:
    """An address made of a name, lower case."""
    name, lastname = (s.lower().replace(" ", "").replace("'", "").replace(".", "") for s in (name, lastname))
    roll = rnd()
    if roll < 0.4:
        local = name + "." + lastname
    elif roll < 0.6:
        local = name[0] + lastname
    elif roll < 0.75:
        local = name
    elif roll < 0.9:
        local = name[0] + "." + lastname
    else:
        local = lastname + str(int(rnd() * 90) + 10)
    return local.translate(_ASCII) + "@" + DOMAINS[int(rnd() * len(DOMAINS))]


_ASCII = str.maketrans("àâäáãåçéèêëíîïñóôöõúùûüışčø", "aaaaaaceeeeiiinoooouuuuisco")
