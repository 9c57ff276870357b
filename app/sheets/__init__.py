"""Excel in and out: framework workbook, answers form, list of agencies, rankings and detailed results.

What is read is hostile and untidy (`opening`, `cells`), what is written holds text as text and numbers as numbers
(`saving`). Books are described as tables of columns (`kinds`, `tables`). openpyxl is imported in this room alone, and
the window imports this room only when a workbook is wanted.
"""
