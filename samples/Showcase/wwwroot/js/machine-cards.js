// What the cards of the machine show.

import * as format from "./format.js";
import { binaryScale, percentScale } from "./scale.js";

const mebibyte = 2 ** 20;

export const machineCards = [
  {
    id: "cpu",
    title: "CPU",
    width: "wide",
    format: format.percent,
    value: ({ cpu }) => cpu && format.percent(cpu.busy),
    chart: {
      scale: percentScale,
      axis: format.wholePercent,
      series: [
        { label: "programs", ink: "blue", stacked: true, value: ({ cpu }) => cpu?.user },
        { label: "kernel", ink: "cyan", stacked: true, value: ({ cpu }) => cpu?.system },
      ],
    },
    facts: ({ cpu, uptimeSeconds }) => [
      ["load average", cpu.loadAverage.map(load => load.toFixed(2)).join("  ") || "–"],
      ["waiting for disks", format.text(format.percent(cpu.waiting))],
      ["up for", format.duration(uptimeSeconds)],
    ],
  },
  {
    id: "memory",
    title: "Memory",
    format: format.bytes,
    value: ({ memory }) => ({ ...format.bytes(memory.used), aside: `of ${format.text(format.bytes(memory.total))}` }),
    meter: ({ memory }) => [
      { share: memory.used / memory.total, ink: "violet" },
      { share: (memory.cached ?? 0) / memory.total, ink: "lilac" },
    ],
    chart: {
      scale: most => binaryScale(most, 64 * mebibyte),
      axis: format.bytes,
      series: [
        { label: "in use", ink: "violet", stacked: true, value: ({ memory }) => memory.used },
        { label: "cache", ink: "lilac", stacked: true, value: ({ memory }) => memory.cached },
      ],
    },
    facts: ({ memory }) => [["swapped out", memory.swapTotal ? format.text(format.bytes(memory.swapUsed)) : memory.swapTotal === 0 ? "no swap space" : "–"]],
  },
  {
    id: "disk",
    title: "Disks",
    format: format.bytesPerSecond,
    value: ({ disk }) => disk.readPerSecond === null
      ? null
      : { ...format.bytesPerSecond(disk.readPerSecond + disk.writtenPerSecond), aside: `${format.text(format.percent(disk.busy))} busy` },
    meter: ({ disk }) => [{ share: 1 - disk.free / disk.space, ink: "amber" }],
    chart: {
      scale: most => binaryScale(most, mebibyte),
      axis: format.bytes,
      series: [
        { label: "read", ink: "green", value: ({ disk }) => disk.readPerSecond },
        { label: "written", ink: "amber", below: true, value: ({ disk }) => disk.writtenPerSecond },
      ],
    },
    facts: ({ disk }) => [
      ["operations", `${format.text(format.count(disk.operationsPerSecond))}/s`],
      ["free", `${format.text(format.bytes(disk.free))} of ${format.text(format.bytes(disk.space))}`],
    ],
  },
  {
    id: "network",
    title: "Network",
    format: format.bytesPerSecond,
    value: ({ network }) => ({ ...format.bytesPerSecond(network.receivedPerSecond + network.sentPerSecond), aside: "without the loopback" }),
    chart: {
      scale: most => binaryScale(most, 16 * 1024),
      axis: format.bytes,
      series: [
        { label: "received", ink: "cyan", value: ({ network }) => network.receivedPerSecond },
        { label: "sent", ink: "rose", below: true, value: ({ network }) => network.sentPerSecond },
      ],
    },
  },
];
