/* The frame of the site: menu, notices, error pages. */
#ifndef PAGE_CHROME_H
#define PAGE_CHROME_H

#include "page/visit.h"

/* Puts what the frame shows into the view: title, menu, user, notice, token. */
void chrome_show(struct visit *v);

/* The code of the notice that the last answer left for this one, or NULL. */
const char *chrome_notice(const struct visit *v);

/* The headers of a page whose body is written. */
void chrome_headers(struct visit *v, int status);

#endif
