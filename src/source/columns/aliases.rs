//! The names that tools and ledgers give to their columns, the best first.
//!
//! A name belongs here only if wherever it is used it means that and nothing else. `Ack` and 確認済
//! hold yes or no in several tools and are no stage times; `closed_at` is not `resolved`, as
//! tickets are closed days after the recovery. The stages' own names always count, if last.

use super::header::full_key;

/// The names of a list in the form in which they are compared, none for an empty list.
pub(super) fn keys(list: &str) -> Vec<String> {
    list.split('|').map(full_key).filter(|key| !key.is_empty()).collect()
}

/// The names of the id.
pub(super) const ID: &str = "incident_number | number | issue key | incident id | incident no | reference | \
    key | tinyId | public_id | sequential_id | ticket number | ticket no | ticket id | \
    case number | case id | call number | alert id | eventid | issue_id | 管理番号 | \
    インシデント番号 | インシデントID | インシデントNo | チケット番号 | チケットID | チケットNo | \
    受付番号 | 案件番号 | 障害番号 | 障害ID | アラートID | アラート番号 | 課題キー | キー | \
    整理番号 | 管理No | 番号 | # | No. | id | incident | ticket | fingerprint | row id";

/// The names of a built-in field.
pub(super) fn field(name: &str) -> &'static str {
    match name {
        "title" => {
            "title | short_description | subject | summary | message | alert name | problem | \
            incident title | annotations.summary | labels.alertname | 件名 | タイトル | 要約 | \
            アラート内容 | アラート名 | 障害内容 | 障害名 | 事象 | 概要 | 内容 | 障害 | \
            description | name"
        }
        "service" => {
            "service | service_name | service.summary | business_service | cmdb_ci | \
            configuration item | cmdb_ci.display_value | CI_Name | affected services | services | \
            component | components | component/s | entity | entity.name | entityDisplayName | \
            labels.service | system | system name | host | hostname | hosts | hosts.name | \
            labels.instance | monitor name | サービス名 | サービス | システム名 | システム | \
            対象システム | ホスト名 | ホスト | 機器名 | サーバ名 | サーバー名 | 監視対象 | \
            対象機器 | 対象 | カテゴリー名 | category name"
        }
        "customer" => {
            "customer | customer_name | client | client name | company | company_name | \
            company.display_value | account | account_name | organization | organizations | \
            organization name | organisation | tenant | tenant name | labels.customer | \
            labels.tenant | 顧客名 | 顧客 | お客様名 | お客様 | 会社名 | 取引先名 | 取引先 | \
            テナント名 | テナント | 案件名 | プロジェクト名 | project name"
        }
        "severity" => {
            "severity | severity.name | labels.severity | priority | priority_name | \
            priority.summary | sev | alert severity | urgency | impact | 重要度 | 深刻度 | \
            障害レベル | 優先度 | 緊急度 | 影響度 | 重大度 | ランク"
        }
        "status" => {
            "status | state | incident_state | incident status | status.name | \
            incident_status.name | status.state | currentPhase | current_milestone | 状態 | \
            ステータス | 対応状況 | 対応状態 | 対応ステータス"
        }
        "assignee" => {
            "assignee | assigned_to | assigned_to.display_value | assignee.name | \
            assignee.displayName | assigned_to_user_names | assigned user | owner | 担当者名 | \
            担当者 | 対応者名 | 対応者 | 対応担当者 | オペレーター | 担当"
        }
        _ => "",
    }
}

/// The names of a built-in stage, and of stages that policies often add.
pub(super) fn stage(name: &str) -> &'static str {
    match name {
        "opened" => {
            "opened_at | opened | opened on | opened time | opened date | 発生日時 | 発生時刻 | \
            障害発生日時 | 障害発生時刻 | アラート発生日時 | アラート発生時刻 | アラート発生 | \
            障害発生 | occurred_at | started_at | startsAt | start_time | started | \
            impact started | customer_impact_start | Down開始日時 | 検知日時 | 検知時刻 | \
            アラート検知日時 | アラート検知時刻 | アラート検知 | 検知 | detected_at | detected | \
            reported_at | アラート受信日時 | アラート受信 | 受信日時 | 受信時刻 | triggered_at | \
            openTime | created_at | created_on | created | created time | created date | \
            起票日時 | 登録日時 | 登録日 | 作成日時 | 作成日 | sys_created_at | sys_created_on | \
            clock | time | 時刻 | 時間"
        }
        "acknowledged" => {
            "acknowledged_at | acknowledged on | acknowledged time | acked_at | ack_at | \
            first_acknowledged_at | first_ack_at | 受付日時 | 受付時刻 | \
            一次受け日時 | 確認日時 | 確認時刻 | 対応開始日時 | 対応開始時刻 | 着手日時 | \
            着手時刻 | 受付 | 一次受け | 対応開始 | 着手 | acknowledged"
        }
        "notified" => {
            "notified_at | notified | customer_notified_at | customer notified | first_notification_at | \
            first notification | 一次連絡日時 | 一次連絡時刻 | 一次報告日時 | 初報日時 | \
            初報時刻 | 第一報日時 | 顧客連絡日時 | 連絡日時 | 通知日時 | 通知時刻 | \
            連絡完了日時 | 一次連絡 | 一次報告 | 初報 | 第一報 | 顧客連絡 | 連絡完了"
        }
        "responded" => {
            "responded_at | responded | first_response_at | first responded at | first response time at | \
            initial_response_at | initial response completed | [CHART] Date of First Response | \
            date of first response | first response | initial response | 一次対応完了日時 | \
            一次対応完了時刻 | 一次対応日時 | 初動対応完了日時 | 初動完了日時 | 初動対応日時 | \
            一次切り分け完了日時 | 一次回答日時 | 一次対応完了 | 一次対応 | 初動完了 | 初動対応 | \
            一次切り分け完了 | 一次回答"
        }
        "escalated" => {
            "escalated_at | escalated | escalated on | escalation time | エスカレーション日時 | \
            エスカレーション時刻 | エスカレ日時 | 二次対応依頼日時 | 二次エスカレーション日時 | \
            エスカレーション | エスカレ | 二次エスカレーション | 二次対応依頼 | 2次対応依頼日時"
        }
        "mitigated" => {
            "mitigated_at | mitigated | stabilized_at | fixed_at | 暫定対応日時 | 暫定復旧日時 | \
            暫定復旧時刻 | 回避日時 | 暫定復旧 | 暫定対応"
        }
        "resolved" => {
            "resolved_at | resolved | resolved on | resolved time | resolved date | \
            resolutiondate | recovered_at | recovery time | recovery_at | r_clock | restored_at | \
            復旧日時 | 復旧時刻 | 障害復旧日時 | 復旧 | 解決日時 | 解決時刻 | 解決日 | 回復日時 | \
            回復時刻 | 回復 | 対応完了日時 | 対応完了時刻 | endsAt | ended_at | end_time | \
            fixed_at | 完了日時 | 対応完了"
        }
        "closed" => {
            "closed_at | closed | closed on | closed time | closed date | closeTime | \
            クローズ日時 | クローズ時刻 | クローズ日 | 案件クローズ日時 | 案件クローズ | \
            クローズ | 終了日時 | 終了時刻 | 完了日時"
        }
        "detected" => "detected_at | detected | 検知日時 | 検知時刻 | アラート検知日時 | アラート検知 | 検知",
        "due" => {
            "due_at | due_date | due | deadline | sla_due | breach time | planned_end_time | \
            対応期限日時 | 期限日時 | 期日 | 期限日 | 期限 | 対応期限"
        }
        _ => "",
    }
}

/// The names of columns that hold the seconds from `opened` to a stage.
pub(super) fn seconds_after_opened(stage: &str) -> &'static str {
    match stage {
        "acknowledged" => "seconds_to_first_ack | sec to 1st ack | sec to ack",
        "resolved" => "seconds_to_resolve | sec to resolve",
        _ => "",
    }
}

/// Objects that only wrap an incident: what stands in them is its own.
pub(super) const WRAPPERS: &[&str] = &[
    "attributes",
    "fields",
    "data",
    "incident",
    "alert",
    "issue",
    "ticket",
    "case",
    "record",
    "event",
    "node",
    "item",
    "details",
    "properties",
    "timestamps",
    "times",
    "dates",
    "timeline",
    "_source",
    "customFields",
];

/// Names that say nothing without the object they stand in: `service.name` is no title.
pub(super) const GENERIC: &[&str] = &[
    "id",
    "key",
    "number",
    "name",
    "title",
    "summary",
    "subject",
    "message",
    "description",
    "status",
    "state",
    "type",
    "value",
    "owner",
    "impact",
    "problem",
    "host",
];

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;
    use crate::domain::{Fields, Stages};

    #[test]
    fn no_list_names_a_column_twice() {
        let fields = Fields::BUILT_IN.map(field);
        let stages = Stages::BUILT_IN.map(stage);
        for list in fields.into_iter().chain(stages).chain([ID, stage("due"), stage("detected")]) {
            let keys = keys(list);
            assert!(!keys.is_empty());
            for (place, key) in keys.iter().enumerate() {
                assert!(!keys[..place].contains(key), "{key}");
            }
        }
    }

    #[test]
    fn columns_that_hold_yes_or_no_are_no_stages() {
        let all: HashSet<_> = Stages::BUILT_IN.iter().flat_map(|name| keys(stage(name))).collect();
        for name in ["Ack", "確認済", "確認", "解決", "made_sla", "auto_resolved"] {
            assert!(!all.contains(&full_key(name)), "{name}");
        }
    }
}
