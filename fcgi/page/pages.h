/*
 * The handlers, by the file that holds them; page/routes.c says where each is.
 * A handler answers its visit and nothing else.
 */
#ifndef PAGE_PAGES_H
#define PAGE_PAGES_H

#include "page/visit.h"

/* home.c */
void home_index(struct visit *v);
void home_health(struct visit *v);
void home_ready(struct visit *v);

/* sign.c */
extern const struct field sign_form[], sign_code_form[], sign_reset_form[], sign_password_form[];
void sign_login(struct visit *v);
void sign_login_post(struct visit *v);
void sign_code(struct visit *v);
void sign_code_post(struct visit *v);
void sign_logout_post(struct visit *v);
void sign_confirm(struct visit *v);
void sign_reset(struct visit *v);
void sign_reset_post(struct visit *v);
void sign_password(struct visit *v);
void sign_password_post(struct visit *v);

/* Sends the link that confirms an address to its account; inside a transaction. */
void sign_send_confirmation(struct visit *v, uint64_t account, const char *email);

/* register.c */
extern const struct field register_member_form[], register_terms_form[], register_contacts_form[];
void register_start(struct visit *v);
void register_step(struct visit *v);
void register_member_post(struct visit *v);
void register_terms_post(struct visit *v);
void register_contacts_post(struct visit *v);

/* register_practice.c */
extern const struct field register_practice_form[];
void register_practice_post(struct visit *v);
void register_elsewhere(struct visit *v);

/* register_account.c */
extern const struct field register_account_form[], register_role_form[];
void register_account_post(struct visit *v);
void register_role_post(struct visit *v);
void register_mail(struct visit *v);

/*
 * Takes up the unfinished registration of an account whose address was just
 * confirmed: the path of its next step, or NULL if there is none. Inside a
 * transaction.
 */
const char *register_resume(struct visit *v, uint64_t account);

/* register_sign.c */
extern const struct field register_agreements_form[];
void register_agreements_post(struct visit *v);
void register_finished(struct visit *v);

/* interest.c */
extern const struct field interest_form[];
void interest_survey(struct visit *v);
void interest_survey_post(struct visit *v);

/* practice.c */
extern const struct field practice_person_form[];
void practice_show(struct visit *v);
void practice_people(struct visit *v);
void practice_people_post(struct visit *v);
void practice_agreements(struct visit *v);

/* Where a page below one of the practice's own is. */
void practice_show_crumbs(struct visit *v, const char *path, const char *section,
			  const char *here);

/* practice_sites.c */
extern const struct field practice_site_form[];
void practice_sites(struct visit *v);
void practice_sites_post(struct visit *v);
void practice_site(struct visit *v);
void practice_site_post(struct visit *v);

/* practice_physicians.c */
extern const struct field practice_physician_form[];
void practice_physicians(struct visit *v);
void practice_physicians_post(struct visit *v);
void practice_physician(struct visit *v);
void practice_physician_post(struct visit *v);

/* practice_details.c */
extern const struct field practice_details_form[];
void practice_details(struct visit *v);
void practice_details_post(struct visit *v);

/* staff_practice.c */
extern const struct field staff_decision_form[];
void staff_practices(struct visit *v);
void staff_practice(struct visit *v);
void staff_decision_post(struct visit *v);
void staff_verify_post(struct visit *v);

/* staff_certification.c */
extern const struct field staff_certification_form[];
void staff_certification(struct visit *v);
void staff_certification_post(struct visit *v);

/* A country by its code with the programs it is in today; NULL if there is none. */
const struct country_list_row *country_by_code(struct visit *v, const char *code);

/* The choices of Form.country: all countries. After visit_show_form. */
void show_country_choices(struct visit *v, const char *selected);

/* The heading of the practice's own pages and the way between them. */
void show_practice_sections(struct visit *v);

/* What is known of a practice, into the view: practice, contacts; sites; people; signatures. */
void show_practice(struct visit *v, const struct practice_by_id_row *p);
void show_practice_sites(struct visit *v, uint64_t practice);
void show_practice_people(struct visit *v, uint64_t practice);
void show_practice_signatures(struct visit *v, uint64_t practice);

/* Its terms of certification: certification.N, and certified_until while one runs. */
void show_certification(struct visit *v, uint64_t practice);

/* staff_audit.c */
void staff_audit(struct visit *v);

/* measure.c */
void measure_list(struct visit *v);
void measure_show(struct visit *v);

/* chart.c, chart_form.c, chart_save.c */
extern const struct field chart_new_form[], chart_answer_form[];
void chart_list(struct visit *v);
void chart_list_post(struct visit *v);
void chart_show(struct visit *v);
void chart_answers_post(struct visit *v);
void chart_complete_post(struct visit *v);

/* dashboard.c */
void dashboard_show(struct visit *v);

/*
 * dashboard_pace.c: the practice's pace in an open round, below rounds.<index>.pace:
 * left (charts), hours (words), last (day) and late; nothing without enough timed charts.
 */
void dashboard_show_pace(struct visit *v, const struct dashboard_rounds_row *round, size_t index,
			 const struct dashboard_progress_row *progress, size_t n);

/* round.c */
extern const struct field round_join_form[], round_modules_form[];
void round_show(struct visit *v);
void round_join_post(struct visit *v);
void round_modules(struct visit *v);
void round_modules_post(struct visit *v);

/* staff_round.c */
extern const struct field staff_round_form[];
void staff_round_list(struct visit *v);
void staff_round_new(struct visit *v);
void staff_round_new_post(struct visit *v);
void staff_round_show(struct visit *v);
void staff_round_register_post(struct visit *v);
void staff_round_open_post(struct visit *v);
void staff_round_archive_post(struct visit *v);
void staff_round_close_post(struct visit *v);

/* criteria.c */
extern const struct field staff_criteria_form[];
void criteria_show(struct visit *v);
void staff_criteria(struct visit *v);
void staff_criteria_post(struct visit *v);

/* reabstraction.c, reabstraction_show.c */
extern const struct field reabstraction_form[];
void reabstraction_sample(struct visit *v);
void reabstraction_draw_post(struct visit *v);
void reabstraction_abstractor_post(struct visit *v);
void reabstraction_compare(struct visit *v);
void staff_reabstraction(struct visit *v);

/* selection.c */
extern const struct field selection_form[], selection_refuse_form[];
void selection_show(struct visit *v);
void selection_show_post(struct visit *v);
void selection_draw_post(struct visit *v);
void selection_refuse_post(struct visit *v);
void selection_draw_show(struct visit *v);
void staff_selection(struct visit *v);
void staff_selection_draw(struct visit *v);

/* import.c */
extern const struct field import_form[], import_start_form[];
void import_show(struct visit *v);
void import_show_post(struct visit *v);
void import_progress(struct visit *v);
void import_start_post(struct visit *v);
void import_drop_post(struct visit *v);

/* export.c */
void export_template(struct visit *v);
void export_charts(struct visit *v);
void export_redcap(struct visit *v);

/* api.c: for programs with a token */
void api_charts_post(struct visit *v);
void api_import(struct visit *v);

/* fhir_public.c: the catalogue as FHIR */
void fhir_metadata(struct visit *v);
void fhir_questionnaire_list(struct visit *v);
void fhir_questionnaire(struct visit *v);
void fhir_measure_list(struct visit *v);
void fhir_measure_show(struct visit *v);
void fhir_library_show(struct visit *v);

/* fhir_response.c: charts as FHIR, for programs with a token */
void fhir_response_list(struct visit *v);
void fhir_response_show(struct visit *v);
void fhir_response_post(struct visit *v);

/* suggestion.c */
extern const struct field suggestion_form[], suggestion_decide_form[];
void suggestion_list(struct visit *v);
void suggestion_list_post(struct visit *v);
void suggestion_decide_post(struct visit *v);

/* token.c */
extern const struct field token_form[];
void token_list(struct visit *v);
void token_list_post(struct visit *v);
void token_revoke_post(struct visit *v);

/* chart_time.c */
extern const struct field chart_time_form[];
void chart_time_post(struct visit *v);

/* chart_reopen.c */
extern const struct field chart_reopen_form[];
void chart_reopen_post(struct visit *v);

/* question.c */
extern const struct field question_confirm_form[], question_remark_form[], question_ask_form[],
	question_say_form[];
void question_show(struct visit *v);
void question_confirm_post(struct visit *v);
void question_remark_post(struct visit *v);
void question_ask_post(struct visit *v);
void question_say_post(struct visit *v);

/* The words of a question; its id if the catalogue does not have it. */
const char *question_title(const struct catalogue *cat, const char *element);

/* staff_chart.c */
void staff_chart_list(struct visit *v);
void staff_chart(struct visit *v);
void staff_question(struct visit *v);
void staff_question_ask_post(struct visit *v);
void staff_question_say_post(struct visit *v);
void staff_query_list(struct visit *v);

/* chart_standing.c */
void chart_standing(struct visit *v);

/* chart_history.c */
void chart_history(struct visit *v);

/* chart_people.c */
extern const struct field chart_people_form[];
void chart_people(struct visit *v);
void chart_people_post(struct visit *v);

/* paper.c */
void paper_blank(struct visit *v);
void paper_chart(struct visit *v);

/* fewer.c */
extern const struct field fewer_form[];
void fewer_declare(struct visit *v);
void fewer_declare_post(struct visit *v);

/* What the practice declared in the round: declarations.N, with titles. */
void show_declarations(struct visit *v);

/* A module's title; its id if the catalogue does not have it. */
const char *module_title(const struct catalogue *cat, const char *id);

/* A chart-count table as ranges: counts.N.{from,to,charts}; the last has no `to`. */
void show_chart_counts(struct view *view, const struct round_chart_counts_row *table, size_t n);

/* Puts all rounds into the view as rounds.N, with state_word and state_look. */
void show_rounds(struct visit *v);

/* report.c */
void report_list(struct visit *v);
void report_show_page(struct visit *v);
void report_file(struct visit *v);

/* report_measure.c */
void report_measure(struct visit *v);

/* Whether the visit's report has a measure of that number. */
bool report_has_measure(struct visit *v, const char *number);

/* report_charts.c */
void report_chart_file(struct visit *v);

/* plan.c */
extern const struct field plan_form[], plan_change_form[];
void plan_add_post(struct visit *v);
void plan_list(struct visit *v);
void plan_show(struct visit *v);
void plan_show_post(struct visit *v);

/*
 * A stored report as the visitor may read it: its page, the part about named
 * people of which access_all_people tells, and the end.
 */
const char *report_whole(struct visit *v, uint64_t practice, uint64_t report, const char *page);

/* network.c */
void network_show(struct visit *v);
void network_file(struct visit *v);

/* network_member.c */
extern const struct field network_accept_form[];
void network_list(struct visit *v);
void network_member(struct visit *v);
void network_accept_post(struct visit *v);
void network_refuse_post(struct visit *v);
void network_leave_post(struct visit *v);

/* staff_network.c */
extern const struct field staff_network_form[], staff_network_name_form[],
	staff_network_practice_form[];
void staff_networks(struct visit *v);
void staff_networks_post(struct visit *v);
void staff_network(struct visit *v);
void staff_network_rename_post(struct visit *v);
void staff_network_invite_post(struct visit *v);
void staff_network_withdraw_post(struct visit *v);
void staff_network_remove_post(struct visit *v);
void staff_network_end_post(struct visit *v);

/* How a practice stands to a network, below `key`: word and kind, as status() takes them. */
void network_show_state(struct visit *v, const char *key, const char *state);

/* "network:3", for the audit log. */
const char *network_subject(struct visit *v, uint64_t id);

/* staff_round_life.c */
/* page/provisional.c */
void provisional_show(struct visit *v);

extern const struct field staff_score_form[];
void staff_score(struct visit *v);
void staff_score_post(struct visit *v);

extern const struct field staff_round_settings_form[];
void staff_round_settings_post(struct visit *v);
extern const struct field staff_extension_form[];
void staff_extension_post(struct visit *v);
void staff_extension_end_post(struct visit *v);
/* The settings of the visit's round as they are, or as they were typed; after the round's row. */
void show_round_settings(struct visit *v);
/* Fills the view with the extensions of the visit's round and the form for one more. */
void show_extensions(struct visit *v);

/* staff_release.c */
void staff_release_post(struct visit *v);
void staff_report(struct visit *v);
void staff_report_hold_post(struct visit *v);
void staff_report_release_post(struct visit *v);
/* Fills the view with the built reports of the visit's round. */
void show_releases(struct visit *v);

/* staff_announcement.c */
extern const struct field staff_announcement_form[];
void staff_announcements(struct visit *v);
void staff_announcements_post(struct visit *v);
void staff_announcement_end_post(struct visit *v);

/* staff_job.c */
void staff_job_list(struct visit *v);
void staff_job_again_post(struct visit *v);
void staff_job_cancel_post(struct visit *v);

#endif
