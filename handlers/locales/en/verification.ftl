# The check of the votes' record on the command line: plain text, no markup.

verify-holds =
    Everything agrees. Checked: { $polls ->
        [one] { $polls } vote
       *[other] { $polls } votes
    }, { $entries ->
        [one] { $entries } entry
       *[other] { $entries } entries
    } of the log.
verify-found =
    { $count ->
        [one] { $count } disagreement was found.
       *[other] { $count } disagreements were found.
    } Keep a copy of the database, change nothing in it, and compare it with earlier copies.
verify-head = The log ends with: { $head }
verify-head-advice = Compare it with what the bot posted when a vote closed, or what its minutes print: add --head NUMBER:DIGEST. Without it nothing shows that the log was cut short, or rewritten as a whole.
verify-encrypted = Vote No. { $poll } “{ $question }”: the secret ballots can only be counted here. While a vote is open they are encrypted, and their key is kept apart and goes into no copy of the database.
verify-unknown = There is no vote no. { $poll }. Check the number, or run the check without it.
verify-poll =
    { $known ->
        [none] The log
        [yes] Vote no. { $poll } “{ $question }”
       *[no] Vote no. { $poll }
    }
verify-fault =
    { $many ->
        [yes] Entries { $first } to { $last }
       *[no] Entry { $first }
    }: { $damage ->
        [changed] changed after they were written.
        [deleted] not in the log any more: deleted.
        [reordered] out of order.
        [cut_off] the log was cut short: it has been longer.
       *[replaced] replaced by another one.
    }
verify-altered = The structure of the database is not the one that the bot creates: “{ $name }” was added, removed or changed. Tables and triggers protect the records from changes: find out who did that and why.
verify-restored =
    Entry { $entry }: on { $at } the database was restored from a backup. { $known ->
        [yes] { $lost ->
            [0] Nothing of the log was lost.
            [one] { $lost } entry of the log was lost; votes: { $polls }.
           *[other] { $lost } entries of the log were lost; votes: { $polls }.
        }
       *[no] The former log was not available: nobody knows what was lost.
    }
verify-mismatch =
    { $mismatch ->
        [poll_missing] the log tells of it, but the vote itself is not in the database.
        [minutes] the minutes in the archive are not those that were issued.
        [opening] its beginning differs from the log: the question, the rules or the voters are not those of the opening.
        [closing] its end differs from the log: the outcome, the reason or the time are not those that were recorded.
        [misplaced] entry { $entry } comes before the opening or after the end.
        [unreadable] { $placed ->
            [no] its data are damaged and cannot be read.
           *[yes] entry { $entry } is damaged and cannot be read.
        }
        [clock] entry { $entry } has a time earlier than the entry before it: the server's clock was put back.
        [forbidden] entry { $entry } breaks the rules: the bot would not have taken such a vote or act.
        [roll] the list of those who voted is not that of the log: { $voter }.
        [ballots] { $given ->
            [yes] the ballot is not the one in the log: { $voter }.
           *[no] there are not as many ballots as people who voted.
        }
        [recusals] the recusals are not those of the log.
        [proxies] the proxies are not those of the log.
        [statements] the statements “record that I was against” are not those of the log.
        [meeting] entry { $entry } about a general meeting does not agree with the others.
        [presence] the list of those present is not that of the log.
        [code] a code for the ballot page was never issued: somebody could have voted with it for { $voter }.
        [lot] the lot is not that of the log.
        [count] counting the ballots again gives another result.
        [numbers] the number of a secret ballot does not belong to the ballot: the vote was changed after the number was told.
       *[seal] the checksum does not match: the ballots are not those of the close.
    }
