"""Documents: blocks of text are rendered as DOCX, PDF and charts."""
