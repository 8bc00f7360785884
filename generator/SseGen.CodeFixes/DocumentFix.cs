using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Editing;

namespace SseGen.CodeFixes;

/// <summary>
/// A fix that changes one document, once for one diagnostic or in one go for all of them: edits are applied to a tree that knows of each
/// other, so that a fix inside a fixed expression is not lost.
/// </summary>
public abstract class DocumentFix : CodeFixProvider
{
    /// <summary>What the editor offers.</summary>
    protected abstract string Title { get; }

    /// <inheritdoc/>
    public sealed override FixAllProvider GetFixAllProvider() => FixAllProvider.Create(
        async (context, document, diagnostics) => await ApplyAsync(document, diagnostics, context.CancellationToken).ConfigureAwait(false));

    /// <inheritdoc/>
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics)
        {
            var editor = await DocumentEditor.CreateAsync(context.Document, context.CancellationToken).ConfigureAwait(false);
            if (await TryEditAsync(editor, diagnostic, context.CancellationToken).ConfigureAwait(false))
            {
                context.RegisterCodeFix(
                    CodeAction.Create(Title, token => ApplyAsync(context.Document, [diagnostic], token), equivalenceKey: diagnostic.Id),
                    diagnostic);
            }
        }
    }

    /// <summary>Notes the change for one diagnostic; <see langword="false"/> when the right change is not certain.</summary>
    protected abstract Task<bool> TryEditAsync(DocumentEditor editor, Diagnostic diagnostic, CancellationToken cancellationToken);

    private async Task<Document> ApplyAsync(Document document, IEnumerable<Diagnostic> diagnostics, CancellationToken cancellationToken)
    {
        var editor = await DocumentEditor.CreateAsync(document, cancellationToken).ConfigureAwait(false);
        foreach (var diagnostic in diagnostics)
        {
            await TryEditAsync(editor, diagnostic, cancellationToken).ConfigureAwait(false);
        }

        return editor.GetChangedDocument();
    }
}
