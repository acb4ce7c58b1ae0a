"""The organisers' dialogs (aiogram-dialog), private chat only."""
