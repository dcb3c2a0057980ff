//! What executives of the made-up company have to do, and the company's templates of it.

use std::collections::HashMap;

use accounts::account;
use frame::{App, Ctx};
use jiff::civil::Time;
use kernel::{CompanyId, PersonId};
use tasks::{
    Counted, NewTask, Remind, RepeatFrom, Repeating, Step, TemplateFields, Timing, add_task,
    add_template,
};

/// Who, at which client, what, in so many days, at which hour, how it comes again.
type ToDo = (&'static str, &'static str, &'static str, i64, Option<i8>, Option<&'static str>);

const TO_DO: &[ToDo] = &[
    ("ayu", "", "Siapkan laporan mingguan", 1, None, Some("FREQ=WEEKLY;BYDAY=FR")),
    ("ayu", "Apotek Sumber Waras", "Telepon soal pesanan bulan depan", 0, Some(15), None),
    ("ayu", "Hotel Griya Blok M", "Antar contoh sabun", 2, Some(10), None),
    ("ayu", "PT Karya Beton Mandiri", "Tagih faktur yang lewat", -2, None, None),
    ("ayu", "Hotel Griya Blok M", "Cek stok gudang", 3, None, Some("FREQ=MONTHLY;BYMONTHDAY=-1")),
    ("rizky", "Hotel Puri Kuningan", "Kirim kontrak tahunan", 1, Some(9), None),
];

/// A task, and the days after the first one.
type After = (&'static str, i32, Counted);

/// A name, and its tasks.
const TEMPLATES: &[(&str, &[After])] = &[
    (
        "Klien baru",
        &[
            ("Telepon perkenalan", 0, Counted::Working),
            ("Kirim daftar harga", 1, Counted::Working),
            ("Atur cara pembayaran", 3, Counted::Working),
            ("Pesanan pertama: pastikan sampai", 14, Counted::Calendar),
        ],
    ),
    (
        "Perpanjangan kontrak",
        &[
            ("Kumpulkan angka pembelian setahun", 0, Counted::Calendar),
            ("Kirim penawaran perpanjangan", 5, Counted::Working),
            ("Tanyakan keputusannya", 12, Counted::Working),
        ],
    ),
];

pub async fn fill(
    app: &App,
    company: CompanyId,
    people: &HashMap<&str, PersonId>,
) -> anyhow::Result<()> {
    let tx = app.company(company).begin().await?;
    for (name, steps) in TEMPLATES {
        let step =
            |it: &(&str, i32, Counted)| Step { text: it.0.to_owned(), days: it.1, counted: it.2 };
        let steps = steps.iter().map(step).collect();
        add_template(&tx, TemplateFields { name: (*name).to_owned(), steps }).await?;
    }
    tx.commit().await?;
    for (who, client, text, days, hour, rule) in TO_DO {
        let Some(&person) = people.get(who) else { continue };
        let ctx = app.company(company);
        let actor = identity::actor_of(&ctx, person).await?;
        let tx = Ctx::new(app.clone(), actor, ctx.now).begin().await?;
        let client = account::of_name(&tx, client).await?;
        let rule = rule.map(str::parse).transpose()?;
        let timing = Timing {
            time: hour.and_then(|it| Time::new(it, 0, 0, 0).ok()),
            remind: hour.map(|_| Remind { minutes: 60, mail: false }),
            repeat: rule.map(|rule| Repeating { rule, from: RepeatFrom::Calendar }),
        };
        let new = NewTask {
            account: client.map(|it| it.id),
            text: (*text).to_owned(),
            due_on: Some(tx.now.day(&tx.actor.zone).plus(*days)),
            timing,
            ..NewTask::default()
        };
        add_task(&tx, new).await?;
        tx.commit().await?;
    }
    Ok(())
}
