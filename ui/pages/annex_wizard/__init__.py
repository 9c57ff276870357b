"""A decision's annex in, step by step: file, columns, tree, rules, summary; `wizard.AnnexWizard` holds them "
"together."""
