/*
 * THE table: every page of the product, one line each, in the order of the
 * menu. `who` zero would mean nobody; the tests ask every line as every role
 * and compare the answers with tests/pages/access.matrix.
 */
#include "page/routes.h"

#include "page/pages.h"

#define GET METHOD_GET
#define POST METHOD_POST

/* What the pages need, by shorter names. */
enum {
	NOTHING = NEEDS_NO_DATABASE,
	A_PRACTICE = NEEDS_PRACTICE,
	ANY_PRACTICE = NEEDS_ANY_PRACTICE,
	A_ROUND = NEEDS_ROUND,
	A_REPORT = NEEDS_PRACTICE | NEEDS_REPORT,
	A_CHART = NEEDS_PRACTICE | NEEDS_CHART,
	AN_OPEN_CHART = A_CHART | NEEDS_OPEN,
	IN_ROUND = NEEDS_PRACTICE | NEEDS_ROUND,
	IN_SIGN_UP = IN_ROUND | NEEDS_SIGN_UP,
	IN_ENTRY = IN_ROUND | NEEDS_ENTRY,
	IN_OPEN_ENTRY = IN_ENTRY | NEEDS_OPEN,
	MODULES = IN_ENTRY | NEEDS_SIGN_UP,
};

/* clang-format off */
const struct page pages[] = {
  /*       path                                     handler                  who          needs          form                      title */
  { GET,  "/",                                     home_index,              ANYONE,      0,             NULL,                     "Measure the quality of cancer care" },
  { GET,  "/measures",                             measure_list,            ANYONE,      0,             NULL,                     "Measures" },
  { GET,  "/measures/{measure}",                   measure_show,            ANYONE,      0,             NULL,                     "Measure" },
  { GET,  "/interest",                             interest_survey,         ANYONE,      0,             NULL,                     "International Interest Survey" },
  { POST, "/interest",                             interest_survey_post,    ANYONE,      0,             interest_form,            "International Interest Survey" },

  { GET,  "/login",                                sign_login,              ANYONE,      0,             NULL,                     "Sign in" },
  { POST, "/login",                                sign_login_post,         ANYONE,      0,             sign_form,                "Sign in" },
  { GET,  "/login/code",                           sign_code,               ANYONE,      0,             NULL,                     "One-time code" },
  { POST, "/login/code",                           sign_code_post,          ANYONE,      0,             sign_code_form,           "One-time code" },
  { POST, "/logout",                               sign_logout_post,        ANYONE,      0,             NULL,                     NULL },
  { GET,  "/login/confirm",                        sign_confirm,            ANYONE,      0,             NULL,                     "Confirm your e-mail address" },
  { GET,  "/password",                             sign_reset,              ANYONE,      0,             NULL,                     "Set a new password" },
  { POST, "/password",                             sign_reset_post,         ANYONE,      0,             sign_reset_form,          "Set a new password" },
  { GET,  "/password/new",                         sign_password,           ANYONE,      0,             NULL,                     "Set a new password" },
  { POST, "/password/new",                         sign_password_post,      ANYONE,      0,             sign_password_form,       "Set a new password" },

  { GET,  "/register",                             register_start,          ANYONE,      0,             NULL,                     NULL },
  { GET,  "/register/elsewhere",                   register_elsewhere,      ANYONE,      0,             NULL,                     "Not in your country yet" },
  { GET,  "/register/mail",                        register_mail,           ANYONE,      0,             NULL,                     "Look into your mail" },
  { GET,  "/register/done",                        register_finished,       ANYONE,      0,             NULL,                     "Registration complete" },
  { GET,  "/register/{step}",                      register_step,           ANYONE,      0,             NULL,                     "New registration" },
  { POST, "/register/member",                      register_member_post,    ANYONE,      0,             register_member_form,     NULL },
  { POST, "/register/terms",                       register_terms_post,     ANYONE,      0,             register_terms_form,      NULL },
  { POST, "/register/practice",                    register_practice_post,  ANYONE,      0,             register_practice_form,   NULL },
  { POST, "/register/contacts",                    register_contacts_post,  ANYONE,      0,             register_contacts_form,   NULL },
  { POST, "/register/account",                     register_account_post,   ANYONE,      0,             register_account_form,    NULL },
  { POST, "/register/role",                        register_role_post,      ANYONE,      0,             register_role_form,       NULL },
  { POST, "/register/agreements",                  register_agreements_post, ANYONE,      0,             register_agreements_form, NULL },

  { GET,  "/dashboard",                            dashboard_show,          SIGNED_IN,   0,             NULL,                     "Dashboard" },
  { GET,  "/practice",                             practice_show,           MEMBERS,     0,             NULL,                     "Your practice" },
  { GET,  "/practice/sites",                       practice_sites,          MEMBERS,     0,             NULL,                     "Sites" },
  { GET,  "/practice/people",                      practice_people,         MEMBERS,     0,             NULL,                     "People" },
  { POST, "/practice/people",                      practice_people_post,    MANAGERS,    0,             practice_person_form,     "People" },
  { GET,  "/practice/agreements",                  practice_agreements,     MEMBERS,     0,             NULL,                     "Agreements" },

  { GET,  "/rounds/{round}",                       round_show,              MEMBERS,     IN_ROUND,      NULL,                     "Round" },
  { POST, "/rounds/{round}/join",                  round_join_post,         MANAGERS,    IN_SIGN_UP,    round_join_form,          "Sign up" },
  { GET,  "/rounds/{round}/modules",               round_modules,           MANAGERS,    MODULES,       NULL,                     "Change modules" },
  { POST, "/rounds/{round}/modules",               round_modules_post,      MANAGERS,    MODULES,       round_modules_form,       "Change modules" },
  { GET,  "/rounds/{round}/criteria",              criteria_show,           MEMBERS,     IN_ROUND,      NULL,                     "Selection criteria" },
  { GET,  "/rounds/{round}/selection",             selection_show,          MEMBERS,     IN_ENTRY,      NULL,                     "Chart selection" },
  { POST, "/rounds/{round}/selection",             selection_show_post,     ABSTRACTORS, IN_OPEN_ENTRY, selection_form,           "Chart selection" },
  { POST, "/rounds/{round}/selection/draw",        selection_draw_post,     ABSTRACTORS, IN_OPEN_ENTRY, NULL,                     NULL },
  { GET,  "/rounds/{round}/selection/draws/{draw}", selection_draw_show,    MEMBERS,     IN_ENTRY,      NULL,                     "Draw" },
  { POST, "/rounds/{round}/selection/{candidate}/refuse", selection_refuse_post, ABSTRACTORS, IN_OPEN_ENTRY, selection_refuse_form, "Chart selection" },
  { GET,  "/rounds/{round}/fewer",                 fewer_declare,           ABSTRACTORS, IN_OPEN_ENTRY, NULL,                     "Fewer eligible charts" },
  { POST, "/rounds/{round}/fewer",                 fewer_declare_post,      ABSTRACTORS, IN_OPEN_ENTRY, fewer_form,               "Fewer eligible charts" },
  { GET,  "/rounds/{round}/form",                  paper_blank,             MEMBERS,     IN_ENTRY,      NULL,                     "Blank form" },
  { GET,  "/rounds/{round}/charts",                chart_list,              MEMBERS,     IN_ENTRY,      NULL,                     "Charts" },
  { POST, "/rounds/{round}/charts",                chart_list_post,         ABSTRACTORS, IN_OPEN_ENTRY, chart_new_form,           "Charts" },
  { GET,  "/charts/{chart}",                       chart_show,              MEMBERS,     A_CHART,       NULL,                     "Chart" },
  { GET,  "/charts/{chart}/standing",              chart_standing,          MEMBERS,     A_CHART,       NULL,                     NULL },
  { GET,  "/charts/{chart}/history",               chart_history,           MEMBERS,     A_CHART,       NULL,                     "History of a chart" },
  { GET,  "/charts/{chart}/print",                 paper_chart,             MEMBERS,     A_CHART,       NULL,                     "Chart" },
  { GET,  "/charts/{chart}/people",                chart_people,            ABSTRACTORS, AN_OPEN_CHART, NULL,                     "Who abstracts this chart" },
  { POST, "/charts/{chart}/people",                chart_people_post,       ABSTRACTORS, AN_OPEN_CHART, chart_people_form,        "Who abstracts this chart" },
  { POST, "/charts/{chart}/answers",               chart_answers_post,      ABSTRACTORS, AN_OPEN_CHART, chart_answer_form,        "Chart" },
  { POST, "/charts/{chart}/time",                  chart_time_post,         ABSTRACTORS, A_CHART,       chart_time_form,          NULL },
  { POST, "/charts/{chart}/complete",              chart_complete_post,     ABSTRACTORS, AN_OPEN_CHART, NULL,                     "Chart" },
  { POST, "/charts/{chart}/reopen",                chart_reopen_post,       ABSTRACTORS, AN_OPEN_CHART, chart_reopen_form,        "Chart" },
  { GET,  "/charts/{chart}/questions/{element}",   question_show,           MEMBERS,     A_CHART,       NULL,                     NULL },
  { POST, "/charts/{chart}/questions/{element}",   question_ask_post,       ABSTRACTORS, A_CHART,       question_ask_form,        NULL },
  { POST, "/charts/{chart}/confirmations/{element}", question_confirm_post, ABSTRACTORS, AN_OPEN_CHART, question_confirm_form,    NULL },
  { POST, "/charts/{chart}/remarks/{element}",     question_remark_post,    ABSTRACTORS, A_CHART,       question_remark_form,     NULL },
  { POST, "/charts/{chart}/queries/{query}",       question_say_post,       ABSTRACTORS, A_CHART,       question_say_form,        NULL },
  { GET,  "/reports",                              report_list,             MEMBERS,     A_PRACTICE,    NULL,                     "Performance reports" },
  { GET,  "/reports/{report}.{format}",            report_file,             MEMBERS,     A_REPORT,      NULL,                     NULL },
  { GET,  "/reports/{report}",                     report_show_page,        MEMBERS,     A_PRACTICE,    NULL,                     "Performance report" },

  { GET,  "/staff/practices",                      staff_practices,         STAFF,       0,             NULL,                     "Practices" },
  { GET,  "/staff/practices/{practice}",           staff_practice,          STAFF,       ANY_PRACTICE,  NULL,                     "Practice" },
  { POST, "/staff/practices/{practice}/decision",  staff_decision_post,     STAFF,       ANY_PRACTICE,  staff_decision_form,      NULL },
  { POST, "/staff/practices/{practice}/verify",    staff_verify_post,       STAFF,       ANY_PRACTICE,  NULL,                     NULL },
  { GET,  "/staff/practices/{practice}/charts",    staff_chart_list,        STAFF,       ANY_PRACTICE,  NULL,                     "Charts" },
  { GET,  "/staff/practices/{practice}/charts/{chart}", staff_chart,        STAFF,       ANY_PRACTICE,  NULL,                     "Chart" },
  { GET,  "/staff/practices/{practice}/charts/{chart}/questions/{element}", staff_question, STAFF, ANY_PRACTICE, NULL,          NULL },
  { POST, "/staff/practices/{practice}/charts/{chart}/questions/{element}", staff_question_ask_post, STAFF, ANY_PRACTICE, question_ask_form, NULL },
  { POST, "/staff/practices/{practice}/charts/{chart}/queries/{query}", staff_question_say_post, STAFF, ANY_PRACTICE, question_say_form, NULL },
  { GET,  "/staff/queries",                        staff_query_list,        STAFF,       0,             NULL,                     "Queries" },
  { GET,  "/staff/practices/{practice}/rounds/{round}/selection", staff_selection, STAFF, ANY_PRACTICE, NULL,                     "Chart selection" },
  { GET,  "/staff/practices/{practice}/rounds/{round}/selection/draws/{draw}", staff_selection_draw, STAFF, ANY_PRACTICE, NULL,   "Draw" },
  { GET,  "/staff/rounds",                         staff_round_list,        STAFF,       0,             NULL,                     "Rounds" },
  { GET,  "/staff/rounds/new",                     staff_round_new,         STAFF,       0,             NULL,                     "New round" },
  { POST, "/staff/rounds/new",                     staff_round_new_post,    STAFF,       0,             staff_round_form,         "New round" },
  { GET,  "/staff/rounds/{round}",                 staff_round_show,        STAFF,       A_ROUND,       NULL,                     "Round" },
  { GET,  "/staff/rounds/{round}/criteria",        staff_criteria,          STAFF,       A_ROUND,       NULL,                     "Selection criteria" },
  { POST, "/staff/rounds/{round}/criteria",        staff_criteria_post,     STAFF,       A_ROUND,       staff_criteria_form,      "Selection criteria" },
  { POST, "/staff/rounds/{round}/register",        staff_round_register_post, STAFF,     A_ROUND,       NULL,                     NULL },
  { POST, "/staff/rounds/{round}/open",            staff_round_open_post,   STAFF,       A_ROUND,       NULL,                     NULL },
  { POST, "/staff/rounds/{round}/close",           staff_round_close_post,  STAFF,       A_ROUND,       NULL,                     NULL },
  { POST, "/staff/rounds/{round}/archive",         staff_round_archive_post, STAFF,      A_ROUND,       NULL,                     NULL },
  { POST, "/staff/rounds/{round}/settings",        staff_round_settings_post, STAFF,     A_ROUND,       staff_round_settings_form, NULL },
  { POST, "/staff/rounds/{round}/extensions",      staff_extension_post,    STAFF,       A_ROUND,       staff_extension_form,     "Round" },
  { POST, "/staff/rounds/{round}/extensions/{practice}/end", staff_extension_end_post, STAFF, A_ROUND, NULL,                     NULL },
  { POST, "/staff/rounds/{round}/release",         staff_release_post,      STAFF,       A_ROUND,       NULL,                     NULL },
  { GET,  "/staff/reports/{report}",               staff_report,            STAFF,       0,             NULL,                     "Performance report" },
  { POST, "/staff/reports/{report}/hold",          staff_report_hold_post,  STAFF,       0,             NULL,                     NULL },
  { POST, "/staff/reports/{report}/release",       staff_report_release_post, STAFF,     0,             NULL,                     NULL },
  { GET,  "/staff/announcements",                  staff_announcements,     STAFF,       0,             NULL,                     "Announcements" },
  { POST, "/staff/announcements",                  staff_announcements_post, STAFF,      0,             staff_announcement_form,  "Announcements" },
  { POST, "/staff/announcements/{announcement}/end", staff_announcement_end_post, STAFF, 0,             NULL,                     NULL },
  { GET,  "/staff/jobs",                           staff_job_list,          STAFF,       0,             NULL,                     "Jobs" },
  { POST, "/staff/jobs/{job}/again",               staff_job_again_post,    STAFF,       0,             NULL,                     NULL },
  { POST, "/staff/jobs/{job}/cancel",              staff_job_cancel_post,   STAFF,       0,             NULL,                     NULL },
  { GET,  "/staff/audit",                          staff_audit,             STAFF,       0,             NULL,                     "Audit log" },

  { GET,  "/healthz",                              home_health,             ANYONE,      NOTHING,       NULL,                     NULL },
  { GET,  "/readyz",                               home_ready,              ANYONE,      0,             NULL,                     NULL },
};
/* clang-format on */

const size_t n_pages = sizeof pages / sizeof *pages;
