/* Rows outside of the arena that they were read into: see row.h. */
#include "base/row.h"

#include <stdalign.h>
#include <string.h>

/* Room that is being filled. */
struct room {
	char *next;
	size_t left;
};

/* A copy of that many bytes in the room, aligned; NULL if they do not fit. */
static void *
put(struct room *r, const void *bytes, size_t size)
{
	size_t whole = (size + alignof(max_align_t) - 1) & ~(alignof(max_align_t) - 1);
	void *at = r->next;

	if (whole > r->left)
		return NULL;
	memcpy(at, bytes, size);
	r->next += whole;
	r->left -= whole;
	return at;
}

/* Of what a member that may be NULL points to; texts and blobs have their own. */
static const size_t sizes[] = {
	[COL_U32] = sizeof(uint32_t), [COL_U64] = sizeof(uint64_t),  [COL_I32] = sizeof(int32_t),
	[COL_I64] = sizeof(int64_t),  [COL_F64] = sizeof(double),    [COL_BOOL] = sizeof(bool),
	[COL_DATE] = sizeof(int32_t), [COL_TIME] = sizeof(int64_t),
};

/* What the member at `at` points to, if anything, goes into the room as well. */
static bool
put_column(struct room *r, const struct col *c, char *at)
{
	struct bytes blob;
	const void *to;

	if (c->type == COL_BLOB) {
		memcpy(&blob, at, sizeof blob);
		if (blob.data == NULL)
			return true;
		blob.data = put(r, blob.data, blob.size);
		memcpy(at, &blob, sizeof blob);
		return blob.data != NULL;
	}
	if (c->type != COL_TEXT && !c->nullable)
		return true;
	memcpy(&to, at, sizeof to);
	if (to == NULL)
		return true;
	to = put(r, to, c->type == COL_TEXT ? strlen(to) + 1 : sizes[c->type]);
	memcpy(at, &to, sizeof to);
	return to != NULL;
}

void *
row_pack(const struct query *q, const void *row, void *room, size_t size)
{
	struct room r = { room, size };
	char *copy = put(&r, row, q->row_size);

	for (int i = 0; copy != NULL && i < q->n_cols; i++)
		if (!put_column(&r, &q->cols[i], copy + q->cols[i].offset))
			return NULL;
	return copy;
}
