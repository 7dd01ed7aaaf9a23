"""What drafter knows: clauses, registries of States, treaties and resolutions, opening words."""
