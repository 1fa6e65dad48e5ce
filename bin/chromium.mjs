// A Chromium for the browser tests: the one named, one found, or Debian's, installed.
import { spawn } from "node:child_process";
import { accessSync, constants, existsSync, readdirSync } from "node:fs";
import { homedir } from "node:os";
import { delimiter, join } from "node:path";

// The one without windows does the same work in two thirds of the time.
const names = [
	"chromium-headless-shell",
	"chromium",
	"chromium-browser",
	"google-chrome",
	"google-chrome-stable",
	"chrome",
];
const places = ["/usr/bin", "/usr/local/bin", "/snap/bin", "/opt/google/chrome"];
const macs = [
	"/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
	"/Applications/Chromium.app/Contents/MacOS/Chromium",
];

/** Gives the path of a Chromium. Throws with a sentence when there is none and none can be installed. */
export async function findChromium() {
	const named = process.env["CHROMIUM_PATH"];
	if (named) {
		if (isProgram(named)) return named;
		throw new Error(`CHROMIUM_PATH says ${named}, and there is no program there.`);
	}
	const found = find();
	if (found !== undefined) return found;
	if (process.getuid?.() === 0 && existsSync("/etc/debian_version")) await install();
	const installed = find();
	if (installed !== undefined) return installed;
	throw new Error(
		"The browser tests need Chromium. Install it (on Debian: apt-get install chromium-headless-shell), or set CHROMIUM_PATH to the program.",
	);
}

function find() {
	const folders = [...(process.env["PATH"] ?? "").split(delimiter), ...places].filter((folder) => folder !== "");
	const usual = names.flatMap((name) => folders.map((folder) => join(folder, name)));
	return [...usual, ...macs, ...playwrights()].find(isProgram);
}

/** What `playwright install chromium` left, the newest first. */
function playwrights() {
	const caches = [
		process.env["PLAYWRIGHT_BROWSERS_PATH"],
		join(homedir(), ".cache/ms-playwright"),
		join(homedir(), "Library/Caches/ms-playwright"),
	];
	const programs = ["chrome-linux/chrome", "chrome-linux64/chrome", "chrome-mac/Chromium.app/Contents/MacOS/Chromium"];
	return caches
		.filter((cache) => cache !== undefined && existsSync(cache))
		.flatMap((cache) =>
			readdirSync(cache)
				.filter((name) => /^chromium-\d+$/.test(name))
				.sort()
				.reverse()
				.map((name) => join(cache, name)),
		)
		.flatMap((folder) => programs.map((program) => join(folder, program)));
}

function isProgram(file) {
	try {
		accessSync(file, constants.X_OK);
		return true;
	} catch {
		return false;
	}
}

async function install() {
	console.log("Installing Chromium from Debian for the browser tests, once.");
	await apt("update", "-qq");
	await apt("install", "-y", "-qq", "--no-install-recommends", "chromium-headless-shell");
}

function apt(...args) {
	const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
	const child = spawn("apt-get", args, { env, stdio: ["ignore", "pipe", "pipe"] });
	let said = "";
	child.stdout.on("data", (words) => (said += words));
	child.stderr.on("data", (words) => (said += words));
	return new Promise((resolve, reject) => {
		child.once("error", reject);
		child.once("exit", (code) =>
			code === 0 ? resolve() : reject(new Error(`Chromium could not be installed: apt-get ${args[0]} said\n${said}`)),
		);
	});
}
