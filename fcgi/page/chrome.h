/* The frame of the site: menu, notices, error pages. */
#ifndef PAGE_CHROME_H
#define PAGE_CHROME_H

#include "page/visit.h"

/* Puts what the frame shows into the view: title, menu, user, notice, token. */
void chrome_show(struct visit *v);

#endif
