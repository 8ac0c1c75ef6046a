"""The doors for documents: a file in .docx, .pdf, .txt or .md becomes lines and tables."""
