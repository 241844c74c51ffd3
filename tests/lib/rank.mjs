// What can be worked out of sums over practices, by adding and subtracting them.

/** The rank of rows of 0 and 1, in columns that are not `out`. */
export function rank(rows, out) {
	const left = rows.map((row) => row.filter((_, i) => !out.has(i)));
	let found = 0;
	for (let c = 0; c < (left[0]?.length ?? 0) && found < left.length; c++) {
		const pivot = left.findIndex((row, r) => r >= found && Math.abs(row[c]) > 1e-9);
		if (pivot < 0) continue;
		[left[found], left[pivot]] = [left[pivot], left[found]];
		for (let r = found + 1; r < left.length; r++) {
			const by = left[r][c] / left[found][c];
			if (by !== 0) left[r] = left[r].map((x, i) => x - by * left[found][i]);
		}
		found++;
	}
	return found;
}
