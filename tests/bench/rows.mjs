// Rows as benchmarks print them: name, figure, unit, peer, peer's figure, ratio.

const short = (n) => (n < 100 ? n.toFixed(1) : n.toFixed(0));

export function row(name, figure, unit, peer = '-', peerFigure = undefined) {
	const ratio = peerFigure === undefined ? '-' : (figure / peerFigure).toFixed(2);
	console.log([name, short(figure), unit, peer, peerFigure === undefined ? '-' : Number(peerFigure.toPrecision(3)), ratio].join('\t'));
}

/** The value that this share of the numbers does not exceed. */
export function share(numbers, of) {
	const sorted = [...numbers].sort((a, b) => a - b);
	return sorted[Math.min(sorted.length - 1, Math.ceil(of * sorted.length) - 1)];
}
