"""What every screen is made of: texts, buttons, pages, edits."""
