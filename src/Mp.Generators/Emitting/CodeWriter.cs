using System.Text;

namespace Mp.Generators.Emitting;

/// <summary>Writes lines of C#, and sees to indentation and braces.</summary>
internal sealed class CodeWriter
{
    private readonly StringBuilder _text = new();
    private int _depth;

    /// <summary>Writes one or more lines.</summary>
    public void Write(string lines)
    {
        foreach (string line in lines.Split('\n'))
        {
            if (line.Length > 0)
            {
                _text.Append(' ', _depth * 4).Append(line);
            }

            _text.Append('\n');
        }
    }

    /// <summary>Writes an empty line.</summary>
    public void WriteLine() => _text.Append('\n');

    /// <summary>Writes a header and an opening brace; the closing one follows when the result is disposed.</summary>
    public CodeBlock Block(string header)
    {
        Write(header);
        Write("{");
        _depth++;
        return new CodeBlock(this, "}");
    }

    /// <summary>Writes a header, as of a <c>case</c>, to which the lines belong until the result is disposed.</summary>
    public CodeBlock Indent(string header)
    {
        Write(header);
        _depth++;
        return new CodeBlock(this, "");
    }

    /// <summary>Closes the block that was opened last.</summary>
    public void CloseBlock(string end)
    {
        _depth--;

        // Members and calls end with an empty line, which the last of them does not want.
        while (_text.Length > 1 && _text[_text.Length - 1] == '\n' && _text[_text.Length - 2] == '\n')
        {
            _text.Length--;
        }

        if (end.Length > 0)
        {
            Write(end);
        }
    }

    /// <inheritdoc/>
    public override string ToString() => _text.ToString();
}
