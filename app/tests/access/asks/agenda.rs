//! What there is to ask of tasks, templates of them, the agenda, and the calendar that follows it.

use super::Ask;

const TEMPLATE: &str = "name=Klien+baru&text=Perkenalan&days=0&counted=working";

pub const OF_AGENDA: &[Ask] = &[
    ("GET", "/tasks.csv?whose=all", ""),
    ("GET", "/tasks.xlsx?whose=all", ""),
    ("GET", "/agenda", ""),
    ("GET", "/agenda?view=week&person={person}", ""),
    ("GET", "/me/calendar", ""),
    ("POST", "/me/calendar", "tasks=on&visits=on&deals=on"),
    ("POST", "/me/calendar/contents", "tasks=on"),
    ("POST", "/me/calendar/withdraw", ""),
    ("GET", "/calendar/{calendar}", ""),
    ("GET", "/settings/task-templates", ""),
    ("GET", "/settings/task-templates/new", ""),
    ("POST", "/settings/task-templates/new", TEMPLATE),
    ("GET", "/settings/task-templates/{template}", ""),
    ("POST", "/settings/task-templates/{template}", TEMPLATE),
    ("POST", "/settings/task-templates/{template}/retire", ""),
    ("POST", "/settings/task-templates/{template}/offer", ""),
    ("GET", "/accounts/{account}/template?template={template}", ""),
    ("POST", "/accounts/{account}/template", "template=<template>&first=2026-03-03"),
    ("POST", "/accounts/{account}/template/{made}/undo", ""),
    ("POST", "/opportunities/{opportunity}/tasks", "task=Kirim+draf&due_on=2026-03-05"),
    ("POST", "/opportunities/{opportunity}/activities", "kind=call&text=Minta+draf"),
    ("GET", "/api/v1/agenda?person_id={person}", ""),
    ("GET", "/api/v1/calendar-feed", ""),
    ("POST", "/api/v1/calendar-feed", "{}"),
    ("PATCH", "/api/v1/calendar-feed", r#"{"deals": false}"#),
    ("DELETE", "/api/v1/calendar-feed", ""),
    ("GET", "/api/v1/task-templates", ""),
    (
        "POST",
        "/api/v1/task-templates",
        r#"{"name": "Klien baru", "steps": [{"text": "Perkenalan", "days": 0}]}"#,
    ),
    ("PATCH", "/api/v1/task-templates/{template}", r#"{"name": "Klien lama"}"#),
    (
        "POST",
        "/api/v1/accounts/{account}/template-uses",
        r#"{"template_id": "<template>", "first_on": "2026-03-03"}"#,
    ),
    ("DELETE", "/api/v1/accounts/{account}/template-uses/{made}", ""),
    ("GET", "/api/v1/opportunities/{opportunity}/tasks", ""),
    ("POST", "/api/v1/opportunities/{opportunity}/tasks", r#"{"text": "Kirim draf"}"#),
    (
        "POST",
        "/api/v1/opportunities/{opportunity}/activities",
        r#"{"kind": "call", "text": "Minta draf"}"#,
    ),
];
