use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use crate::assess::{Rate, Report, ReportedBreach};
use crate::domain::{CauseId, FieldId, Span, normal};

/// What one cause did in a period.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CauseShare {
    /// The cause; `None` for breaches of which nobody has said yet why.
    pub cause: Option<CauseId>,
    /// How many breaches have it.
    pub breaches: u64,
    /// The time that they were over target, together.
    pub over: Span,
    /// How many customers they hit.
    pub customers: u64,
}

/// By what causes are ranked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CauseMeasure {
    /// The number of breaches.
    Breaches,
    /// The time over target.
    Over,
    /// The number of customers hit.
    Customers,
}

impl CauseMeasure {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Breaches, Self::Over, Self::Customers];

    /// How much of it a cause has: breaches, nanoseconds, customers.
    #[must_use]
    pub fn of(self, share: &CauseShare) -> u64 {
        match self {
            Self::Breaches => share.breaches,
            Self::Over => u64::try_from(share.over.nanos()).unwrap_or(0),
            Self::Customers => share.customers,
        }
    }

    /// The causes, those with the most of it first, each with the share that it makes together with
    /// those before it. A customer that several causes hit counts for each of them.
    #[must_use]
    pub fn ranked(self, causes: &[CauseShare]) -> Vec<(&CauseShare, Option<Rate>)> {
        let mut ranked: Vec<&CauseShare> = causes.iter().collect();
        ranked.sort_by_key(|share| Reverse(self.of(share)));
        let all = ranked.iter().map(|share| self.of(share)).sum();
        let mut so_far = 0;
        let with_share = |share| {
            so_far += self.of(share);
            (share, Rate::of(so_far, all))
        };
        ranked.into_iter().map(with_share).collect()
    }
}

impl CauseShare {
    /// The causes of a report's breaches: in the policy's order, then those that it doesn't list, then
    /// what nobody gave a cause for.
    #[must_use]
    pub fn all(report: &Report) -> Vec<Self> {
        let mut found: BTreeMap<Option<&str>, (Self, BTreeSet<String>)> = BTreeMap::new();
        for reported in &report.breaches {
            let ReportedBreach { breach, annotation, .. } = &**reported;
            let cause = annotation.as_ref().map(|annotation| annotation.cause.as_str());
            let nothing =
                || Self { cause: cause.map(str::to_owned), breaches: 0, over: Span::ZERO, customers: 0 };
            let (share, customers) = found.entry(cause).or_insert_with(|| (nothing(), BTreeSet::new()));
            share.breaches += 1;
            share.over = share.over.plus(breach.reading.over());
            let customer = breach.incident.field(FieldId::CUSTOMER).unwrap_or("");
            if !customer.trim().is_empty() {
                customers.insert(normal(customer).into_owned());
            }
        }
        let listed = |cause: &Option<CauseId>| {
            let place = cause.as_ref().map(|id| {
                report.policy.causes.iter().position(|known| known.id == *id).unwrap_or(usize::MAX)
            });
            (place.is_none(), place)
        };
        let mut shares: Vec<Self> = found
            .into_values()
            .map(|(share, customers)| Self { customers: customers.len() as u64, ..share })
            .collect();
        shares.sort_by_key(|share| listed(&share.cause));
        shares
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assess::sample::minutes;

    fn share(cause: &str, breaches: u64, over: i64, customers: u64) -> CauseShare {
        CauseShare { cause: Some(cause.to_owned()), breaches, over: minutes(over), customers }
    }

    #[test]
    fn each_measure_ranks_by_itself_and_the_shares_add_up_to_all() {
        let causes = [share("a", 1, 100, 1), share("b", 3, 10, 1), share("c", 2, 20, 2)];
        let told = |measure: CauseMeasure| -> Vec<(String, u64)> {
            let ranked = measure.ranked(&causes);
            ranked
                .into_iter()
                .map(|(share, so_far)| (share.cause.clone().unwrap(), so_far.unwrap().per_mille()))
                .collect()
        };
        let named = |names: [(&str, u64); 3]| names.map(|(name, share)| (name.to_owned(), share)).to_vec();
        assert_eq!(told(CauseMeasure::Breaches), named([("b", 500), ("c", 833), ("a", 1000)]));
        assert_eq!(told(CauseMeasure::Over), named([("a", 769), ("c", 923), ("b", 1000)]));
        assert_eq!(told(CauseMeasure::Customers), named([("c", 500), ("a", 750), ("b", 1000)]));
        assert_eq!(CauseMeasure::Breaches.ranked(&[]), []);
    }
}
