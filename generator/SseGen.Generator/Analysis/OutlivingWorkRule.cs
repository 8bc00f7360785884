using SseGen.Generator.Analysis.Flow;

namespace SseGen.Generator.Analysis;

/// <summary>
/// SSE108: work that outlives the stream.
/// <para>Fires on a <c>Task.Run</c> or an endless helper that nobody observes and that does not get the token; on a thread, timer, event handler or
/// subscription that nothing on the way out releases. A release counts in a <c>finally</c>, a <c>using</c> or a registration on a token:
/// the lines after a wait are not reached when the stream is cancelled.</para>
/// <para>Silent when the work was given the token or something that carries it, when it is awaited, when something that it uses is ended
/// on the way out, and when it is handed to somebody else (returned, stored in a field, passed on). What such work does wrong inside is
/// part of this defect: no other rule speaks of it.</para>
/// </summary>
internal static class OutlivingWorkRule
{
    public static void Check(HandlerAnalysis handler)
    {
        foreach (var body in handler.Bodies)
        {
            var releases = new Lazy<Releases>(() => new Releases(body, handler.Symbols));
            var work = new StartedWork(body, handler);
            foreach (var operation in body.Body.Operations)
            {
                if (work.Describe(operation) is { } started && !releases.Value.IsReleased(started))
                {
                    handler.NoteOutliving(started.Functions);
                    handler.Report(Rules.OutlivingWork, started.Location, started.Description);
                }
            }
        }
    }
}
