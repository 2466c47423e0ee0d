//! Who is meant in a note: picked from a list, or named after an `@`. Pure.

use ground::{ids::AccountId, lang::Message, msg};

use crate::store::notes::Colleague;

/// Who is meant by a text and by what was picked.
///
/// # Errors
/// In words, when somebody is meant who may not see the contribution: they would never learn of it.
pub(super) fn meant(
    body: &str,
    picked: &[AccountId],
    colleagues: &[Colleague],
    at_risk: bool,
) -> Result<Vec<AccountId>, Message> {
    let named = named(body, colleagues);
    let meant = colleagues
        .iter()
        .filter(|colleague| {
            picked.contains(&colleague.account_id)
                || named.iter().any(|name| name.account_id == colleague.account_id)
        })
        .collect::<Vec<_>>();
    if let Some(other) = meant.iter().find(|other| at_risk && !other.sees_at_risk) {
        return Err(msg!("vet-mention-may-not").s("name", &other.name));
    }
    Ok(meant.into_iter().map(|colleague| colleague.account_id).collect())
}

/// Those whose whole name stands after an `@`: of two names that begin alike, the longer one.
fn named<'a>(body: &str, colleagues: &'a [Colleague]) -> Vec<&'a Colleague> {
    let body = body.to_lowercase();
    body.match_indices(['@', '＠'])
        .filter_map(|(at, sign)| {
            let rest = body.get(at + sign.len()..)?;
            colleagues
                .iter()
                .filter(|colleague| {
                    let name = colleague.name.to_lowercase();
                    !name.is_empty()
                        && rest
                            .strip_prefix(name.as_str())
                            .is_some_and(|after| !after.chars().next().is_some_and(char::is_alphanumeric))
                })
                .max_by_key(|colleague| colleague.name.len())
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn colleague(id: u128, name: &str, sees_at_risk: bool) -> Colleague {
        Colleague {
            account_id: AccountId(uuid::Uuid::from_u128(id)),
            name: name.to_owned(),
            sees_at_risk,
        }
    }

    #[test]
    fn a_name_is_meant_when_all_of_it_stands_after_the_sign() {
        let colleagues = [
            colleague(1, "Bo", false),
            colleague(2, "Bo Berg", false),
            colleague(3, "شیلان", false),
            colleague(4, "", false),
        ];
        for (body, expected) in [
            ("ask @Bo, please", &[1][..]),
            ("ask @bo berg!", &[2]),
            ("@Bob knows", &[]),
            ("Bo knows", &[]),
            ("mail bo@example.org", &[]),
            ("@شیلان: تکایە", &[3]),
            ("@Bo and @شیلان", &[1, 3]),
            ("@", &[]),
        ] {
            let expected: Vec<_> = expected
                .iter()
                .map(|id| AccountId(uuid::Uuid::from_u128(*id)))
                .collect();
            assert_eq!(
                meant(body, &[], &colleagues, false).ok(),
                Some(expected),
                "{body}"
            );
        }
    }

    #[test]
    fn who_may_not_see_it_is_not_called_and_who_is_no_colleague_is_nobody() {
        let colleagues = [colleague(1, "Bo", false), colleague(2, "Cem", true)];
        let ids = |ids: &[u128]| -> Vec<AccountId> {
            ids.iter()
                .map(|id| AccountId(uuid::Uuid::from_u128(*id)))
                .collect()
        };
        assert_eq!(meant("", &ids(&[2, 9]), &colleagues, true).ok(), Some(ids(&[2])));
        assert!(meant("", &ids(&[1]), &colleagues, true).is_err());
        assert!(meant("@Bo", &[], &colleagues, true).is_err());
        assert_eq!(meant("@Bo", &ids(&[1]), &colleagues, false).ok(), Some(ids(&[1])));
    }
}
