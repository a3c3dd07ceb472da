use std::thread;

/// How many incidents a seed is for.
pub(crate) const SHARING: u64 = 50;

/// Compares the incidents of many seeds on two threads: a hundred thousand incidents, or as many as
/// `SLO_ORACLE_INCIDENTS` asks for, from the seed `SLO_ORACLE_SEED` on. Whatever goes wrong with a
/// seed, it is told.
pub(crate) fn each_seed(compare: impl Fn(u64) + Sync) {
    let incidents = asked("SLO_ORACLE_INCIDENTS", 100_000);
    let first = asked("SLO_ORACLE_SEED", 20_261_128);
    let last = first + incidents.div_ceil(SHARING);
    let half = u64::midpoint(first, last);
    thread::scope(|scope| {
        for seeds in [first..half, half..last] {
            scope.spawn(|| {
                for seed in seeds {
                    let _told = ToldOnPanic(seed);
                    compare(seed);
                }
            });
        }
    });
}

fn asked(name: &str, otherwise: u64) -> u64 {
    #[expect(
        clippy::disallowed_methods,
        reason = "lets a person ask for more incidents, or for those of a seed"
    )]
    let text = std::env::var(name).ok();
    text.map_or(otherwise, |text| text.parse().unwrap())
}

/// Tells the seed where a comparison fails, and where the code that is compared panics.
struct ToldOnPanic(u64);

impl Drop for ToldOnPanic {
    #[expect(clippy::print_stderr, reason = "a failed test says how to see it fail again")]
    fn drop(&mut self) {
        if thread::panicking() {
            eprintln!("to see it again: SLO_ORACLE_SEED={} SLO_ORACLE_INCIDENTS={SHARING}", self.0);
        }
    }
}
