using System.Runtime.CompilerServices;
using System.Text;
using SseGen.Generator.Model;

namespace SseGen.Generator.Emission;

/// <summary>
/// Statements that write JSON with a <c>Utf8EventWriter</c> called <c>writer</c>. Text that is known now gathers until a statement comes
/// between, so that punctuation and property names become one UTF-8 literal.
/// </summary>
internal sealed class JsonCode(SourceWriter source)
{
    private readonly SourceWriter _source = source;
    private readonly StringBuilder _literal = new();
    private HashSet<string>? _locals;
    private bool _isBehindBlock;

    /// <summary>A name for a local variable that no other in the method has: a pattern's variable outlives the <c>if</c> it stands in.</summary>
    public string Local(string name)
    {
        _locals ??= new HashSet<string>(StringComparer.Ordinal) { "writer", "value", "copy", "opened", "items", "item", "entry", "separator" };
        var unique = name;
        for (var i = 2; !_locals.Add(unique); i++)
        {
            unique = name + i;
        }

        return unique;
    }

    /// <summary>JSON text that is written as it is.</summary>
    public void Literal(string json) => _literal.Append(json);

    /// <summary>A statement that stands behind the text so far.</summary>
    public void Statement(string statement)
    {
        BeginStatement();
        _source.WriteLine(statement);
    }

    /// <inheritdoc cref="Statement(string)"/>
    public void Statement([InterpolatedStringHandlerArgument("")] ref Interpolation statement) => _source.WriteLine();

    /// <summary>A block of statements. Text does not run across its borders.</summary>
    public Scope Block(string header)
    {
        Flush();
        if (header != "else")
        {
            SeparateFromBlock();
        }

        _isBehindBlock = false;
        return new Scope(this, _source.Block(header));
    }

    public void Flush()
    {
        if (_literal.Length > 0)
        {
            SeparateFromBlock();
            _source.WriteLine($"writer.WriteRaw({Utf8(_literal.ToString())});");
            _literal.Clear();
        }
    }

    /// <summary>A raw literal where that is legible, since JSON is full of quotes.</summary>
    public static string Utf8(string json) =>
        json[0] == '"' || json[json.Length - 1] == '"' || json.IndexOf('"') < 0 || json.Contains("\"\"\"") || HasControl(json)
            ? CSharpLiteral.Utf8(json)
            : $"\"\"\"{json}\"\"\"u8";

    private static bool HasControl(string json)
    {
        foreach (var c in json)
        {
            if (c < ' ')
            {
                return true;
            }
        }

        return false;
    }

    private void BeginStatement()
    {
        Flush();
        SeparateFromBlock();
    }

    /// <summary>An empty line behind a block, unless the block around it ends there, too.</summary>
    private void SeparateFromBlock()
    {
        if (_isBehindBlock)
        {
            _source.WriteLine();
            _isBehindBlock = false;
        }
    }

    /// <summary>The parts of a statement, written as the compiler comes by them.</summary>
    [InterpolatedStringHandler]
    public readonly ref struct Interpolation
    {
        private readonly SourceWriter.Interpolation _parts;

        public Interpolation(int literalLength, int formattedCount, JsonCode code)
        {
            code.BeginStatement();
            _parts = new SourceWriter.Interpolation(literalLength, formattedCount, code._source);
        }

        public void AppendLiteral(string text) => _parts.AppendLiteral(text);

        public void AppendFormatted(string? text) => _parts.AppendFormatted(text);

        public void AppendFormatted(TypeRef type) => _parts.AppendFormatted(type);
    }

    public readonly struct Scope(JsonCode code, SourceWriter.BlockScope block) : IDisposable
    {
        public void Dispose()
        {
            code.Flush();
            block.Dispose();
            code._isBehindBlock = true;
        }
    }
}
