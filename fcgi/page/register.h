/*
 * What the files of the registration wizard share: the draft behind the
 * visitor's cookie, and what all steps do alike.
 */
#ifndef PAGE_REGISTER_H
#define PAGE_REGISTER_H

#include "model/registration.h"
#include "page/visit.h"

/*
 * The visitor's draft: of the cookie, else the unfinished one of who is signed
 * in. False if there is none.
 */
bool register_open(struct visit *v, struct registration *r);

/*
 * Opens the draft for a step. False when the visit is answered already,
 * because the step is not reached yet or all are done. For the first step
 * there may be no draft; then r->id is 0.
 */
bool register_enter(struct visit *v, struct registration *r, enum registration_step step);

/* The cookie with the draft's token. */
void register_keep_token(struct visit *v, const char *token);

/* "/register/terms". */
const char *register_path(struct visit *v, enum registration_step step);

/* v->form of the table, filled with what the draft has. */
void register_fill(struct visit *v, const struct registration *r, const struct field *table);

/* Answers with a step's page: its form and the list of steps. */
void register_show(struct visit *v, const struct registration *r, enum registration_step step);

/* Keeps what was typed in v->form, but for passwords. False if something is too long. */
bool register_save(struct visit *v, const struct registration *r);

/*
 * Where Back was pressed, or the button for more rows: keeps what was typed,
 * valid or not, and goes to the step before, or to this one again. False if
 * the form was sent to go on.
 */
bool register_went_back(struct visit *v, struct registration *r, enum registration_step step);

/* Keeps a step's valid form and goes on to the next; has a transaction of its own. */
void register_go_on(struct visit *v, struct registration *r, enum registration_step step);

/* What a step's page needs beside its form; in the files of the steps. */
void register_prepare_practice(struct visit *v, const struct registration *r);
void register_prepare_account(struct visit *v, const struct registration *r);
void register_prepare_agreements(struct visit *v, const struct registration *r);

#endif
