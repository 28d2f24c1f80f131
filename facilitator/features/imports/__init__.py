"""Import of sessions, agendas, speakers, cases and notes from CSV and XLSX files: read, plan, then one change.

tables = [table for path in paths for table in tables.read_tables(path)]
with store.read() as session:
    plan = queries.plan_import(session, tables, choices)
store.run(commands.ApplyImport(plan))
"""
