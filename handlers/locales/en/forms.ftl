# Forms: what all of them share.

form-step = Step { $number } of { $count }
