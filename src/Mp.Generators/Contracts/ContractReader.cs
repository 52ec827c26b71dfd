using System.Diagnostics.CodeAnalysis;
using Mp.Generators.Collections;

namespace Mp.Generators.Contracts;

/// <summary>
/// Reads what <see cref="ContractWriter"/> prints. Empty lines, indentation, and lines that begin with a
/// <c>#</c> do not count.
/// </summary>
internal sealed class ContractReader
{
    private readonly List<PortContract> _ports = [];
    private readonly List<PayloadContract> _payloads = [];
    private readonly List<ArmContract> _arms = [];
    private readonly List<PayloadMemberContract> _members = [];
    private PortContract? _port;
    private PayloadContract? _payload;

    private ContractReader()
    {
    }

    /// <summary>Reads a text. An empty one is a document of nothing.</summary>
    /// <param name="text">The text.</param>
    /// <param name="document">What it says.</param>
    /// <param name="error">What is wrong with it.</param>
    public static bool TryRead(
        string text,
        [NotNullWhen(true)] out ContractDocument? document,
        [NotNullWhen(false)] out ContractError? error)
    {
        var reader = new ContractReader();
        string[] lines = text.Split('\n');
        bool hasHeader = false;
        for (int index = 0; index < lines.Length; index++)
        {
            string line = lines[index].Trim();
            if (line.Length == 0 || line.StartsWith(ContractKeywords.Comment, StringComparison.Ordinal))
            {
                continue;
            }

            try
            {
                if (!hasHeader)
                {
                    ReadHeader(line);
                    hasHeader = true;
                }
                else
                {
                    reader.ReadLine(new ContractTokens(line));
                }
            }
            catch (ContractFormatException exception)
            {
                (document, error) = (null, new ContractError(index, exception.Message));
                return false;
            }
        }

        reader.EndEntry();
        (document, error) = (ContractDocument.Of(reader._ports, reader._payloads), null);
        return true;
    }

    private static void ReadHeader(string line)
    {
        if (!string.Equals(line, ContractKeywords.Header, StringComparison.Ordinal))
        {
            throw new ContractFormatException($"the first line must be '{ContractKeywords.Header}'");
        }
    }

    private void ReadLine(ContractTokens tokens)
    {
        if (tokens.TryTakeEntry() is { } word)
        {
            EndEntry();
            ReadEntry(tokens, word);
        }
        else if (_port is not null)
        {
            ReadPortLine(tokens, _port);
        }
        else if (_payload is not null)
        {
            _members.Add(ReadMember(tokens, _payload.Form));
        }
        else
        {
            throw new ContractFormatException("expected 'port', 'interface', 'message' or 'payload'");
        }

        tokens.RequireEnd();
    }

    private void ReadEntry(ContractTokens tokens, string word)
    {
        string name = tokens.TakeName();
        if (word is ContractKeywords.Payload)
        {
            PayloadForm form = !tokens.TryTake(":") ? PayloadForm.Map
                : tokens.TryTakeWord(ContractKeywords.Array) ? PayloadForm.Array
                : tokens.TryTakeWord(ContractKeywords.Union) ? PayloadForm.Union
                : throw new ContractFormatException("expected 'array' or 'union'");
            _payload = new PayloadContract { Name = name, Form = form, Members = default };
        }
        else
        {
            _port = new PortContract
            {
                Name = name,
                Kind = (ContractKind)Array.IndexOf(ContractKeywords.Entries, word),
                Base = tokens.TryTake(":") ? tokens.TakeName() : "",
                Arms = default,
            };
        }
    }

    private void ReadPortLine(ContractTokens tokens, PortContract port)
    {
        if (tokens.TryTakeWord(ContractKeywords.Open))
        {
            _port = port with { IsOpen = true };
        }
        else if (tokens.TryTakeWord(ContractKeywords.Unmatched))
        {
            _port = port with { ReceivesUnmatched = true };
        }
        else
        {
            bool isAdded = tokens.TryTakeWord(ContractKeywords.Added);
            _arms.Add(ArmReader.Read(tokens) with { IsAdded = isAdded });
        }
    }

    private static PayloadMemberContract ReadMember(ContractTokens tokens, PayloadForm form)
    {
        string? key = form == PayloadForm.Map ? tokens.TryTakeString() : tokens.TakeNumber();
        if (key is not null)
        {
            tokens.Take(":");
        }

        TypeShape type = TypeShapeReader.Read(tokens);
        string name = form == PayloadForm.Union ? "" : tokens.TakeName();
        return new PayloadMemberContract
        {
            Key = key ?? name,
            Name = name,
            Type = type,
            IsOptional = ArmReader.TakesDefault(tokens),
        };
    }

    private void EndEntry()
    {
        if (_port is not null)
        {
            _ports.Add(_port with { Arms = _arms.ToEquatableArray() });
        }

        if (_payload is not null)
        {
            _payloads.Add(_payload with { Members = _members.ToEquatableArray() });
        }

        _arms.Clear();
        _members.Clear();
        (_port, _payload) = (null, null);
    }
}
