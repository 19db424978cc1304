### What a card says about its lines, before and after the decision, and what its form says.

changed-meanwhile = The report changed since this card was made. Look at it again: nothing was written yet.
changed-as-asked = Changed as you asked. Look at it once more: nothing was written yet.
not-possible-any-more = This cannot be done any more.

line-refused = { $problem } Edit this line, or write “forget it”.
outcome-approved = Approved by { $who }, { $when }. Waiting for the ledger; it is written as soon as it answers.
outcome-applied = Written. Approved by { $who }, { $when }.
outcome-failed = Not written.
outcome-failed-because = Not written: { $reason }
outcome-declined = Declined by { $who }, { $when }.
outcome-declined-because = Declined by { $who }, { $when }: { $reason }
outcome-replaced = Replaced by a newer card.
outcome-dropped = Dropped, as you asked.
outcome-expired = Expired without a decision. Ask again if you still want it.

phrase-means = “{ $phrase }” means { $days }. Submit again to write it.
