using System.Text;
using Mp.Generators.Model;

namespace Mp.Generators.Contracts;

/// <summary>Prints contracts as text: one arm a line, as the messages look that it matches.</summary>
/// <remarks><see cref="ContractReader"/> reads the text; docs/contracts.md explains it.</remarks>
internal static class ContractWriter
{
    private const string Indent = "    ";

    /// <summary>The whole text, with the version in its first line.</summary>
    public static string Write(ContractDocument document)
    {
        var text = new StringBuilder(ContractKeywords.Header).Append('\n');
        foreach (PortContract port in document.Ports)
        {
            text.Append('\n');
            Write(text, port);
        }

        foreach (PayloadContract payload in document.Payloads)
        {
            text.Append('\n');
            Write(text, payload);
        }

        return text.ToString();
    }

    /// <summary>How the messages begin that an arm matches, as <c>["ping", PortId from, int count]</c>.</summary>
    public static string Write(ArmContract arm)
    {
        IEnumerable<string> elements = arm.Elements.Select(Write);
        return $"[{string.Join(", ", arm.Rest.Length > 0 ? elements.Append("..." + arm.Rest) : elements)}]";
    }

    /// <summary>What an arm asks of an element.</summary>
    public static string Write(ElementContract element) => element.Kind switch
    {
        ElementContractKind.Any => ContractKeywords.Any,
        ElementContractKind.Constant => Write(element.Constant!),
        _ => $"{Write(element.Type!)} {element.Name}{(element.IsOptional ? " = " + ContractKeywords.Default : "")}",
    };

    /// <summary>A member of a payload, or one of the types that a union stands for.</summary>
    public static string Write(PayloadForm form, PayloadMemberContract member)
    {
        string key = form != PayloadForm.Map ? member.Key + ": "
            : string.Equals(member.Key, member.Name, StringComparison.Ordinal) ? ""
            : Quote(member.Key) + ": ";
        string name = form == PayloadForm.Union ? "" : " " + member.Name;
        return key + Write(member.Type) + name + (member.IsOptional ? " = " + ContractKeywords.Default : "");
    }

    /// <summary>A type.</summary>
    public static string Write(TypeShape type) => WriteWithoutNull(type) + (type.IsNullable ? "?" : "");

    /// <summary>A constant.</summary>
    public static string Write(ConstantModel constant) => constant.Kind switch
    {
        ConstantKind.String => Quote(constant.Value),
        ConstantKind.Any => ContractKeywords.Any,
        ConstantKind.Integer => constant.Value.TrimEnd('L'),
        ConstantKind.UnsignedInteger => constant.Value.TrimEnd('L', 'U'),
        ConstantKind.Floating => ContractNumbers.Write(constant.Value),
        _ => constant.Value,
    };

    private static void Write(StringBuilder text, PortContract port)
    {
        text.Append(ContractKeywords.Entries[(int)port.Kind])
            .Append(' ')
            .Append(port.Name)
            .Append(port.Base.Length > 0 ? " : " + port.Base : "")
            .Append('\n');
        if (port.IsOpen)
        {
            text.Append(Indent).Append(ContractKeywords.Open).Append('\n');
        }

        if (port.ReceivesUnmatched)
        {
            text.Append(Indent).Append(ContractKeywords.Unmatched).Append('\n');
        }

        foreach (ArmContract arm in port.Arms)
        {
            string added = arm.IsAdded ? ContractKeywords.Added + " " : "";
            text.Append(Indent).Append(added).Append(Write(arm)).Append('\n');
        }
    }

    private static void Write(StringBuilder text, PayloadContract payload)
    {
        string form = payload.Form switch
        {
            PayloadForm.Array => " : " + ContractKeywords.Array,
            PayloadForm.Union => " : " + ContractKeywords.Union,
            _ => "",
        };
        text.Append(ContractKeywords.Payload).Append(' ').Append(payload.Name).Append(form).Append('\n');
        foreach (PayloadMemberContract member in payload.Members)
        {
            text.Append(Indent).Append(Write(payload.Form, member)).Append('\n');
        }
    }

    private static string WriteWithoutNull(TypeShape type) => type.Kind switch
    {
        TypeShapeKind.Integer => type.Name,
        TypeShapeKind.PortId => ContractKeywords.PortId + (type.Name.Length > 0 ? $"<{Name(type)}>" : ""),
        TypeShapeKind.Enum => $"{Name(type)}:{Write(type.Arguments[0])}",
        TypeShapeKind.Sequence => Write(type.Arguments[0]) + "[]",
        TypeShapeKind.Map => $"{ContractKeywords.Map}<{Write(type.Arguments[0])}>",
        TypeShapeKind.Named when type.Arguments.Count > 0 =>
            $"{Name(type)}<{string.Join(", ", type.Arguments.Select(Write))}>",
        TypeShapeKind.Named => Name(type),
        _ => ContractKeywords.Types.First(word => word.Value == type.Kind).Key,
    };

    private static string Name(TypeShape type) => ContractKeywords.IsReserved(type.Name) ? "@" + type.Name : type.Name;

    /// <summary>A text between quotes. What can't be seen, or would end a line, is written as its number.</summary>
    public static string Quote(string value)
    {
        var text = new StringBuilder("\"");
        foreach (char character in value)
        {
            _ = character is '"' or '\\' ? text.Append('\\').Append(character)
                : IsPrintable(character) ? text.Append(character)
                : text.Append("\\u").Append(((int)character).ToString("x4", ContractNumbers.Culture));
        }

        return text.Append('"').ToString();
    }

    private static bool IsPrintable(char character) => !char.IsControl(character)
        && char.GetUnicodeCategory(character) is not (System.Globalization.UnicodeCategory.Format
            or System.Globalization.UnicodeCategory.LineSeparator
            or System.Globalization.UnicodeCategory.ParagraphSeparator);
}
