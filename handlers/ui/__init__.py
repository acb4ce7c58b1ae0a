"""What all screens share: texts, buttons, pages, edits."""
