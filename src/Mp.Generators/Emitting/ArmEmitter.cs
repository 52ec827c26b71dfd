using System.Globalization;
using Microsoft.CodeAnalysis.CSharp;
using Mp.Generators.Model;
using Mp.Generators.Planning;

namespace Mp.Generators.Emitting;

/// <summary>Prints the method that tries one pattern of a handler on a message.</summary>
internal sealed class ArmEmitter(PortModel port, MatchPlan plan, CodecFields codecs)
{
    private const string Inlining =
        "[global::System.Runtime.CompilerServices.MethodImpl("
        + "global::System.Runtime.CompilerServices.MethodImplOptions.AggressiveInlining)]";

    /// <summary>The name of the method. The number keeps overloads apart.</summary>
    public static string NameOf(Arm arm) => $"Match{arm.Index}{arm.Handler.Name}";

    /// <summary>Writes the method.</summary>
    public void Write(CodeWriter code, Arm arm, TableDialect dialect)
    {
        // Of few handlers, each stands in its table: a call would be much of what they cost.
        string inlining = arm.IsAlone && !plan.LooksUpTags ? "\n" + Inlining : "";
        code.Write($"""
            /// <summary>Runs {arm.Handler.Name} on <c>{PatternOf(arm)}</c> if its parameters bind.</summary>
            {GeneratedText.Attribute}{inlining}
            private {(arm.Handler.IsAsynchronous ? "bool" : "void")} {NameOf(arm)}(
                {GeneratedText.Services}{dialect.MessageType} message,
            """);
        if (dialect.ArmParameterOf(arm) is { Length: > 0 } parameter)
        {
            code.Write("    " + parameter);
        }

        using (code.Block($"    ref {GeneratedText.Services}Dispatch dispatch)"))
        {
            WriteDefaults(code, arm);
            WriteConditionally(code, Conditions(arm, dialect).ToList(), arm.Handler.IsAsynchronous, () =>
            {
                code.Write(arm.IsOneOfSeveral ? $"dispatch.Match({NumberOf(arm)});" : "dispatch.Match();");
                WriteCall(code, arm, dialect);
            });
        }
    }

    private static string PatternOf(Arm arm)
    {
        IEnumerable<string> elements = arm.Handler.Pattern.Select(static constant => constant.Kind switch
        {
            ConstantKind.Any => "Any",
            ConstantKind.Null => "null",
            ConstantKind.String => SymbolDisplay.FormatLiteral(constant.Value, quote: true),
            _ => constant.Value,
        });
        return $"[{string.Join(", ", elements.Append("..."))}]"
            .Replace("&", "&amp;")
            .Replace("<", "&lt;")
            .Replace(">", "&gt;");
    }

    /// <summary>Declares the variables of elements that may be missing, with what they are then.</summary>
    public static void WriteDefaults(CodeWriter code, Arm arm)
    {
        foreach (ArmStep step in arm.Steps)
        {
            if (step.IsOptional)
            {
                ParameterModel parameter = arm.Handler.Parameters[step.Parameter];
                string variable = TableDialect.VariableOf(step.Parameter);
                code.Write($"{parameter.Element!.Variable} {variable} = {parameter.Default};");
            }
        }
    }

    private static void WriteConditionally(
        CodeWriter code,
        List<string> conditions,
        bool isAsynchronous,
        Action writeBody)
    {
        if (conditions.Count == 0)
        {
            writeBody();
            return;
        }

        using (code.Block($"if ({string.Join("\n    && ", conditions)})"))
        {
            writeBody();
        }

        if (isAsynchronous)
        {
            code.Write("\nreturn false;");
        }
    }

    private void WriteCall(CodeWriter code, Arm arm, TableDialect dialect)
    {
        string method = arm.Handler.Target + Identifier.Escape(arm.Handler.Name);
        string call = $"{method}({string.Join(", ", ComposedArguments(arm, dialect))})";
        switch (arm.Handler.Return)
        {
            case HandlerReturn.Nothing:
                code.Write(call + ";");
                break;
            case HandlerReturn.Boolean:
                using (code.Block($"if ({call})"))
                {
                    code.Write($"RemoveHandler({NumberOf(arm)});");
                }

                break;
            default:
                code.Write($"""
                    dispatch.BeginAsync();
                    return dispatch.EndAsync({call}, {NumberOf(arm)});
                    """);
                break;
        }
    }

    private static List<string> ComposedArguments(Arm arm, TableDialect dialect)
    {
        List<string> arguments = [.. Arguments(arm, dialect)];
        if (arm.Handler.Composed is { } message)
        {
            string members = string.Join(", ", arguments.GetRange(message.First, message.Count));
            arguments.RemoveRange(message.First, message.Count);
            arguments.Insert(message.First, $"new {message.Type}({members})");
        }

        return arguments;
    }

    /// <summary>The arguments of the call, from what was bound.</summary>
    public static IEnumerable<string> Arguments(Arm arm, TableDialect dialect)
    {
        for (int index = 0; index < arm.Handler.Parameters.Count; index++)
        {
            ParameterModel parameter = arm.Handler.Parameters[index];
            yield return parameter.Kind switch
            {
                ParameterKind.Message => dialect.MessageArgument,
                ParameterKind.Rest => dialect.RestOf(arm),
                _ => dialect.ValueOf(parameter, index),
            };
        }
    }

    // Among those of the base classes, which may be compiled anew without this one: how many they are is asked for.
    private string NumberOf(Arm arm)
    {
        string number = arm.Handler.Number.ToString(CultureInfo.InvariantCulture);
        return port.ExtendsHandlers ? "base.HandlerCount + " + number : number;
    }

    private IEnumerable<string> Conditions(Arm arm, TableDialect dialect)
    {
        if (plan.IsResumable || arm.IsOneOfSeveral)
        {
            yield return $"dispatch.Wants({NumberOf(arm)})";
        }

        if (arm.Handler.IsRemovable)
        {
            yield return $"!_mpRemoved.Contains({arm.Handler.Number})";
        }

        foreach (ArmStep step in arm.Steps)
        {
            yield return dialect.Condition(step, arm, codecs);
        }
    }
}
