"""The general meeting: planning, registration, conducting, voting, its pages and minutes."""
