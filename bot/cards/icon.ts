/**
 * The icons the bot may use. A wrong token draws nothing and reports no error, so only names seen in the platform's
 * own pages and samples, or in public bots that ship them, are here. Imported only inside bot/cards.
 */
/** @see https://open.feishu.cn/document/feishu-cards/enumerations-for-icons */
export type IconToken =
  | 'approval_colorful'
  | 'calendar_colorful'
  | 'file-form_colorful'
  | 'todo_colorful'
  | 'signature_outlined'
  | 'alarm-clock_outlined'
  | 'add_outlined'
  | 'admin_outlined'
  | 'chat_outlined'
  | 'member_outlined'
  | 'edit_outlined'
  | 'search_outlined'
  | 'setting_outlined'
  | 'list-check_outlined'
  | 'time_outlined'
  | 'report_outlined'
  | 'folder_outlined'
  | 'robot_outlined'
  | 'info_outlined'
  | 'warning_outlined'
  | 'error_outlined'
  | 'group_outlined'
  | 'people_outlined'
  | 'tab-todo_outlined'
  | 'check_outlined'
  | 'fire_outlined'
  | 'down-small-ccm_outlined'

export function icon(token: IconToken): { readonly tag: 'standard_icon'; readonly token: IconToken } {
  return { tag: 'standard_icon', token }
}
