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

/* chart.c, chart_form.c, chart_save.c */
extern const struct field chart_new_form[], chart_answer_form[];
void chart_list(struct visit *v);
void chart_list_post(struct visit *v);
void chart_show(struct visit *v);
void chart_answers_post(struct visit *v);
void chart_complete_post(struct visit *v);
void chart_reopen_post(struct visit *v);

/* dashboard.c */
void dashboard_show(struct visit *v);

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
void staff_round_open_post(struct visit *v);
void staff_round_close_post(struct visit *v);

/* A module's title; its id if the catalogue does not have it. */
const char *module_title(const struct catalogue *cat, const char *id);

/* A chart-count table as ranges: counts.N.{from,to,charts}; the last has no `to`. */
void show_chart_counts(struct view *view, const struct round_chart_counts_row *table, size_t n);

/* Puts all rounds into the view as rounds.N, with state_word and state_look. */
void show_rounds(struct visit *v);

#endif
