"""Documents to sign and to keep: worded blocks in, DOCX, PDF and charts out."""
