"""The authority's side of the loop: campaigns, the board, what came in, appraisal, council, ranking, replies."""
