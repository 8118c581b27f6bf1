"""DOCX in four manners; the PDFs are printed from one of them."""
