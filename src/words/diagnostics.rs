use super::messages;

messages! {
    error(): en "error", ja "エラー";
    warning(): en "warning", ja "警告";
    help(): en "help", ja "ヒント";
}
