//! Answers requests and works through jobs until told to stop.

use std::net::SocketAddr;

use anyhow::Context;
use axum::routing::get;
use frame::App;
use frame::db::looking;
use tokio::net::TcpListener;
use tokio::sync::watch;

use crate::config::Config;
use crate::routes::router;

/// Listens; answers with the address that was really taken.
pub async fn listen(config: &Config) -> anyhow::Result<TcpListener> {
    TcpListener::bind(config.listen).await.with_context(|| format!("listen at {}", config.listen))
}

/// Serves until ctrl-c or SIGTERM; what was begun is finished, and the database is closed whole.
pub async fn serve(app: App, listener: TcpListener, config: &Config) -> anyhow::Result<()> {
    let (stop, stopped) = watch::channel(false);
    let worker = spawn(frame::jobs::work(app.clone(), stopped.clone()));
    let neighbours = spawn(frame::stream::with_neighbours(app.clone(), stopped.clone()));
    let tidier = spawn(tidy(app.clone(), stopped.clone()));
    let metrics = config.metrics;
    let metrics = metrics.map(|it| spawn(show_metrics(app.clone(), it, stopped.clone())));

    let service = router(app.clone()).into_make_service_with_connect_info::<SocketAddr>();
    let signalled = async move {
        signal().await;
        let _ = stop.send(true);
    };
    let serving = axum::serve(listener, service).with_graceful_shutdown(signalled);
    looking(&app.db, serving.into_future()).await?;

    worker.await?;
    neighbours.await?;
    tidier.await?;
    if let Some(metrics) = metrics {
        metrics.await?;
    }
    app.db.clone().close().await?;
    Ok(())
}

#[expect(clippy::disallowed_methods, reason = "the program's own tasks, awaited at the end")]
fn spawn(task: impl Future<Output = ()> + Send + 'static) -> tokio::task::JoinHandle<()> {
    tokio::spawn(task)
}

/// Forgets the buckets of those who have not tried for a while, and writes down who was there.
async fn tidy(app: App, mut stopped: watch::Receiver<bool>) {
    let mut minute = tokio::time::interval(std::time::Duration::from_mins(1));
    loop {
        tokio::select! {
            _ = minute.tick() => {}
            _ = stopped.changed() => break,
        }
        app.limits.tidy();
        write_down_seen(&app).await;
    }
    write_down_seen(&app).await;
}

async fn write_down_seen(app: &App) {
    if let Err(error) = identity::write_down_seen(app).await {
        error.log();
    }
}

/// Shown on a listener of its own, which the public never reaches.
async fn show_metrics(app: App, address: SocketAddr, mut stopped: watch::Receiver<bool>) {
    let Ok(listener) = TcpListener::bind(address).await else {
        tracing::error!(%address, "metrics cannot be shown here");
        return;
    };
    let router =
        axum::Router::new().route("/metrics", get(move || async move { app.metrics.text() }));
    let stop = async move {
        let _ = stopped.changed().await;
    };
    if let Err(cause) = axum::serve(listener, router).with_graceful_shutdown(stop).await {
        tracing::error!(%cause, "metrics ended");
    }
}

async fn signal() {
    let interrupted = tokio::signal::ctrl_c();
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        if let Ok(mut terminated) = signal(SignalKind::terminate()) {
            tokio::select! {
                _ = interrupted => {}
                _ = terminated.recv() => {}
            }
            return;
        }
    }
    let _ = interrupted.await;
}
