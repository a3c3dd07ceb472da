/// A vertical axis of rates.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Scale {
    /// The rate at its foot.
    pub(super) from: f64,
    top: f64,
    foot: f64,
}

/// Where an axis may begin. Rates live close to 1, where an axis from 0 shows nothing.
const BEGINNINGS: [f64; 12] = [0.995, 0.99, 0.98, 0.95, 0.9, 0.8, 0.7, 0.6, 0.5, 0.4, 0.2, 0.0];
/// The part of the axis that stays free below the lowest point.
const BELOW: f64 = 0.12;

impl Scale {
    /// An axis that holds these rates, between two heights.
    pub(super) fn of(rates: impl Iterator<Item = f64>, top: f64, foot: f64) -> Self {
        let lowest = rates.filter(|rate| rate.is_finite()).fold(1.0, f64::min).max(0.0);
        let holds = |from: &f64| lowest - from >= (1.0 - from) * BELOW;
        Self { from: BEGINNINGS.into_iter().find(holds).unwrap_or(0.0), top, foot }
    }

    /// How far down a rate stands.
    pub(super) fn down(self, rate: f64) -> f64 {
        let height = ((rate - self.from) / (1.0 - self.from)).clamp(0.0, 1.0);
        self.foot - height * (self.foot - self.top)
    }

    /// The rates that have a line across: the foot, the middle, the top.
    pub(super) fn ticks(self) -> [f64; 3] {
        [self.from, f64::midpoint(self.from, 1.0), 1.0]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_axis_begins_somewhat_below_its_lowest_rate() {
        for (rates, from) in [
            (vec![0.931, 0.95, 1.0], 0.9),
            (vec![0.999, 1.0], 0.995),
            (vec![0.87], 0.8),
            (vec![0.0], 0.0),
            (vec![], 0.995),
            (vec![f64::NAN, -3.0], 0.0),
        ] {
            let scale = Scale::of(rates.iter().copied(), 0.0, 100.0);
            assert!((scale.from - from).abs() < 1e-9, "{rates:?}");
        }
    }

    #[test]
    fn rates_stand_between_top_and_foot() {
        let scale = Scale::of([0.93].into_iter(), 20.0, 120.0);
        for (rate, down) in [(0.9, 120.0), (0.95, 70.0), (1.0, 20.0), (2.0, 20.0)] {
            assert!((scale.down(rate) - down).abs() < 1e-6, "{rate}");
        }
    }
}
