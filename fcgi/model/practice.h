/* Practices: the words for their kinds and states, as people read them. */
#ifndef MODEL_PRACTICE_H
#define MODEL_PRACTICE_H

/* "private_independent" is "Private, independent". */
const char *practice_kind_word(const char *kind);

/* "waiting" is "Waiting for approval"; its look is for the status macro. */
const char *practice_status_word(const char *status);
const char *practice_status_look(const char *status);

/* "pending" is "Not verified yet". */
const char *practice_member_word(const char *state);
const char *practice_member_look(const char *state);

#endif
