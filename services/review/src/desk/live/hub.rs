//! One listener for all who watch on this instance of the program. It gathers what comes close together, looks at the
//! database once, and tells everybody.

use std::{
    collections::{HashMap, HashSet, VecDeque},
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::Duration,
};

use data_encoding::HEXLOWER;
use ground::{
    clock::Clock,
    ids::{AccountId, SubmissionId},
    live::{Live, Word},
    web::Site,
};
use sqlx::PgPool;
use tokio::{
    sync::broadcast::{self, error::RecvError},
    time::{Instant, MissedTickBehavior, interval, timeout_at},
};
use tokio_util::sync::CancellationToken;

use super::news::Tick;
use crate::{
    desk::claims::dead_before,
    store::{claims, live as store},
};

/// Changes that come so close together are told as one.
const TOGETHER: Duration = Duration::from_millis(200);
/// More changes at once are not told one by one.
const MOST: usize = 500;
/// So many are remembered, for lines that broke.
const REMEMBERED: usize = 64;
/// A page may have looked at the database so long before it says what it heard last.
const PAGE: Duration = Duration::from_secs(5);
/// How often dead claims are looked for.
const SWEEP: Duration = Duration::from_secs(15);

/// Where everyone who watches on this instance hears of changes.
#[derive(Clone)]
pub struct Hub(Arc<Inner>);

struct Inner {
    pool: PgPool,
    live: Live,
    clock: Clock,
    site: Arc<Site>,
    /// Of this run of the program: numbers of another mean nothing here.
    run: String,
    told: Mutex<Told>,
    ticks: broadcast::Sender<Arc<Tick>>,
    /// Who watches, and by how many lines.
    watchers: Mutex<HashMap<AccountId, usize>>,
}

#[derive(Default)]
struct Told {
    /// The last one's number.
    number: u64,
    kept: VecDeque<(Instant, Arc<Tick>)>,
}

impl Hub {
    /// Nothing is heard until it [runs](Self::run).
    pub fn new(pool: PgPool, live: Live, clock: Clock, site: Arc<Site>) -> Self {
        Self(Arc::new(Inner {
            pool,
            live,
            clock,
            site,
            run: HEXLOWER.encode(&ground::secret::random::<4>()),
            told: Mutex::default(),
            ticks: broadcast::Sender::new(REMEMBERED),
            watchers: Mutex::default(),
        }))
    }

    /// Tells what changes until told to stop. While nobody watches, the database is left alone.
    pub async fn run(self, stop: CancellationToken) {
        let mut words = self.0.live.subscribe();
        let mut sweep = interval(SWEEP);
        sweep.set_missed_tick_behavior(MissedTickBehavior::Delay);
        loop {
            let heard = tokio::select! {
                () = stop.cancelled() => return,
                _ = sweep.tick() => {
                    self.sweep().await;
                    continue;
                }
                heard = words.recv() => heard,
            };
            let mut news = News::default();
            let until = Instant::now() + TOGETHER;
            let mut next = Ok(heard);
            while let Ok(heard) = next {
                match heard {
                    Err(RecvError::Closed) => return,
                    heard => news.add(&heard),
                }
                next = timeout_at(until, words.recv()).await;
            }
            self.tell(news).await;
        }
    }

    async fn tell(&self, news: News) {
        if self.0.ticks.receiver_count() == 0 {
            // Whoever comes back has missed something, and is told so by the gap.
            let mut told = self.told();
            told.number += 1;
            told.kept.clear();
            return;
        }
        // The line stays while the database is away: when it is back, everyone is told to look anew.
        if let Err(error) = self.look(news).await {
            tracing::warn!(error = format!("{error:#}"), "the desk's changes cannot be read");
        }
    }

    async fn look(&self, news: News) -> anyhow::Result<()> {
        let ids: Vec<_> = news.changed.into_iter().collect();
        let mut conn = self.0.pool.acquire().await?;
        let dead = dead_before(self.0.clock.now());
        let rows = store::list_changed(&mut conn, &ids, dead).await?;
        let counts = store::count(&mut conn).await?;
        let mine = store::count_mine(&mut conn, &self.watchers()).await?;
        drop(conn);
        // Of what is gone nobody can say any more who might have known of it.
        let anew = news.anew || rows.len() < ids.len();
        let mut told = self.told();
        let number = told.number + 1;
        let time_zone = self.0.site.time_zone;
        let tick = Arc::new(Tick::new(number, &counts, &mine, &rows, anew, time_zone)?);
        told.number = number;
        if told.kept.len() == REMEMBERED {
            told.kept.pop_front();
        }
        told.kept.push_back((Instant::now(), Arc::clone(&tick)));
        // Within the lock, so that whoever subscribes misses none and gets none twice. Nobody listening is no error.
        let _ = self.0.ticks.send(tick);
        Ok(())
    }

    async fn sweep(&self) {
        let swept = async {
            let mut conn = self.0.pool.acquire().await?;
            claims::delete_dead(&mut conn, dead_before(self.0.clock.now())).await
        };
        if let Err(error) = swept.await {
            tracing::warn!(error = format!("{error:#}"), "dead claims cannot be ended");
        }
    }

    /// For as long as somebody watches, how much they have in hand is counted.
    pub(super) fn watch(&self, who: AccountId) -> Watching {
        *lock(&self.0.watchers).entry(who).or_default() += 1;
        Watching {
            hub: self.clone(),
            who,
        }
    }

    fn watchers(&self) -> Vec<AccountId> {
        lock(&self.0.watchers).keys().copied().collect()
    }

    /// From now on, and before it what came after `last`, which [`Self::place`] or [`Self::place_of`] wrote. None: what came
    /// after it is not known any more.
    pub(super) fn subscribe(
        &self,
        last: Option<&str>,
    ) -> (broadcast::Receiver<Arc<Tick>>, Option<Vec<Arc<Tick>>>) {
        let told = self.told();
        let missed = last
            .and_then(|last| self.parse(last))
            .filter(|number| *number <= told.number)
            .and_then(|number| {
                let missed = told.kept.iter().filter(|(_, tick)| tick.number > number);
                let missed: Vec<_> = missed.map(|(_, tick)| Arc::clone(tick)).collect();
                (u64::try_from(missed.len()) == Ok(told.number - number)).then_some(missed)
            });
        (self.0.ticks.subscribe(), missed)
    }

    /// Where a page stands that is made now: what came while it was made is told once more.
    pub(super) fn place(&self) -> String {
        let told = self.told();
        let during = told.kept.iter().filter(|(at, _)| at.elapsed() < PAGE).count();
        self.place_of(told.number - u64::try_from(during).unwrap_or_default())
    }

    /// A place in what is told, for who comes back.
    pub(super) fn place_of(&self, number: u64) -> String {
        format!("{}-{number}", self.0.run)
    }

    /// The last place.
    pub(in crate::desk) fn last_place(&self) -> String {
        let number = self.told().number;
        self.place_of(number)
    }

    fn parse(&self, place: &str) -> Option<u64> {
        let (run, number) = place.split_once('-')?;
        (run == self.0.run).then(|| number.parse().ok())?
    }

    fn told(&self) -> MutexGuard<'_, Told> {
        lock(&self.0.told)
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Somebody watches, until this goes.
pub(super) struct Watching {
    hub: Hub,
    who: AccountId,
}

impl Drop for Watching {
    fn drop(&mut self) {
        let mut watchers = lock(&self.hub.0.watchers);
        if let Some(lines) = watchers.get_mut(&self.who) {
            *lines -= 1;
            if *lines == 0 {
                watchers.remove(&self.who);
            }
        }
    }
}

/// What was heard within one moment.
#[derive(Debug, Default)]
struct News {
    changed: HashSet<SubmissionId>,
    anew: bool,
}

impl News {
    fn add(&mut self, heard: &Result<Word, RecvError>) {
        match heard {
            Ok(Word::Changed(id)) if self.changed.len() < MOST => {
                self.changed.insert(*id);
            }
            Ok(Word::Counts) => {}
            Ok(Word::Changed(_) | Word::Anew) | Err(_) => self.anew = true,
        }
    }
}
