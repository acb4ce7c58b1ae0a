"""Search as people type: misspelt, in other word forms, on the wrong keyboard layout."""
