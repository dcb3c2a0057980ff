//! One SQL text, two engines.

/// The statements of this text for one engine.
pub fn statements(sql: &str, postgres: bool) -> Vec<String> {
    let (mine, other) =
        if postgres { ("--postgres ", "--sqlite ") } else { ("--sqlite ", "--postgres ") };
    let mut text = String::with_capacity(sql.len());
    for line in sql.lines() {
        let bare = line.trim_start();
        if bare.starts_with(other) {
            continue;
        }
        let bare = bare.strip_prefix(mine).unwrap_or(line);
        if bare.trim_start().starts_with("--") {
            continue;
        }
        text.push_str(bare);
        text.push('\n');
    }
    if !postgres {
        text = text.replace("/*sqlite without rowid*/", " without rowid");
    }
    let mut statements = Vec::new();
    let mut statement = String::new();
    for piece in text.split_inclusive(";\n") {
        statement.push_str(piece);
        // Within the body of a function a semicolon ends one of its own statements.
        if statement.matches("$$").count().is_multiple_of(2) {
            statements.push(std::mem::take(&mut statement));
        }
    }
    statements.push(statement);
    let bare = statements.iter().map(|it| it.trim().trim_end_matches(';').trim_end());
    bare.filter(|it| !it.is_empty()).map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const SQL: &str = "-- Why.\ncreate table a (\n  --sqlite b text,\n  c text\n)/*sqlite without rowid*/;\n--postgres alter table a add b text;\n";

    #[test]
    fn a_function_is_one_statement() {
        let sql = "--postgres create function f() as $$\n--postgres begin\n--postgres a;\n--postgres end\n--postgres $$;\nselect 1;\n";

        assert_eq!(statements(sql, false), ["select 1"]);
        assert_eq!(
            statements(sql, true),
            ["create function f() as $$\nbegin\na;\nend\n$$", "select 1"]
        );
    }

    #[test]
    fn each_engine_gets_its_own_lines() {
        assert_eq!(
            statements(SQL, false),
            ["create table a (\nb text,\n  c text\n) without rowid"]
        );
        assert_eq!(
            statements(SQL, true),
            ["create table a (\n  c text\n)/*sqlite without rowid*/", "alter table a add b text"]
        );
    }
}
