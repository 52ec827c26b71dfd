using Mp.Generators.Collections;
using Mp.Generators.Model;
using Mp.Generators.Planning;

namespace Mp.Generators.Emitting;

/// <summary>Prints the other part of a port class: both match tables, and what they need.</summary>
internal static class MatchTableEmitter
{
    private const string CodecPrefix = "MpCodec";

    private static readonly TableDialect[] Dialects = [new MemoryDialect(), new WireDialect()];

    /// <summary>The whole file.</summary>
    public static string Emit(PortModel port, MatchPlan plan)
    {
        var code = new CodeWriter();
        code.Write(GeneratedText.Header);
        if (port.HasReadOnlyReferences)
        {
            code.Write(GeneratedText.ReadOnlyReferences);
        }

        if (port.ExtendsHandlers)
        {
            code.Write("#pragma warning disable CS0108 // A class within its base sees what is private.\n");
        }

        if (port.Namespace.Length > 0)
        {
            code.Write($"namespace {port.Namespace};\n");
        }

        WriteTypes(code, port, plan, depth: 0);
        return code.ToString();
    }

    private static void WriteTypes(CodeWriter code, PortModel port, MatchPlan plan, int depth)
    {
        if (depth == port.Declarations.Count)
        {
            WriteMembers(code, port, plan);
            return;
        }

        using (code.Block(port.Declarations[depth]))
        {
            WriteTypes(code, port, plan, depth + 1);
        }
    }

    private static void WriteMembers(CodeWriter code, PortModel port, MatchPlan plan)
    {
        var codecs = new CodecFields(CodecPrefix, port.Handlers
            .SelectMany(static handler => handler.Parameters)
            .Where(static parameter => parameter.Element is not null)
            .Select(static parameter => parameter.Element!));
        codecs.Write(code, "private");
        TagTableEmitter.WriteField(code, port, plan);
        ChoiceEmitter.WriteFields(code, plan);
        HandlerNumbersEmitter.Write(code, port, plan);
        if (plan.Arms.Count > 0)
        {
            Array.ForEach(Dialects, dialect => WriteTable(code, port, plan, dialect));
        }

        if (port.Unmatched is { } unmatched)
        {
            UnmatchedEmitter.Write(code, port, unmatched);
        }

        var arms = new ArmEmitter(port, plan, codecs);
        for (int index = 0; index < plan.Arms.Count * Dialects.Length; index++)
        {
            if (index > 0)
            {
                code.WriteLine();
            }

            arms.Write(code, plan.Arms[index / Dialects.Length], Dialects[index % Dialects.Length]);
        }
    }

    private static void WriteTable(CodeWriter code, PortModel port, MatchPlan plan, TableDialect dialect)
    {
        code.Write($"""
            /// <inheritdoc/>
            {GeneratedText.Attribute}
            {GeneratedText.Override(port)} void Match(
                {GeneratedText.Services}{dialect.MessageType} message,
            """);
        using (code.Block($"    ref {GeneratedText.Services}Dispatch dispatch)"))
        {
            if (port.ExtendsHandlers)
            {
                WriteBase(code);
            }

            dialect.WriteBeginning(code, plan);
            if (plan.Branches.Count > 0)
            {
                dialect.WriteBranches(code, plan, branch =>
                {
                    WriteGroups(code, plan, branch.Groups, dialect);
                    code.Write("return;");
                });
            }

            if (plan.Branches.Count > 0 && plan.Others.Count > 0)
            {
                code.WriteLine();
            }

            WriteGroups(code, plan, plan.Others, dialect);
        }

        code.WriteLine();
    }

    // Where a message goes on after an asynchronous handler, the base may be done with it, or have to wait again.
    private static void WriteBase(CodeWriter code)
    {
        using (code.Block("if (dispatch.WantsAnyBelow(base.HandlerCount))"))
        {
            code.Write("base.Match(message, ref dispatch);");
            using (code.Block("if (dispatch.IsSuspended)"))
            {
                code.Write("return;");
            }
        }

        code.WriteLine();
    }

    private static void WriteGroups(
        CodeWriter code,
        MatchPlan plan,
        EquatableArray<ArmGroup> groups,
        TableDialect dialect)
    {
        for (int place = 0; place < groups.Count; place++)
        {
            ArmGroup group = groups[place];
            if (group.ChosenBy is null)
            {
                WriteCalls(code, plan, group.Arms, dialect, isLast: place == groups.Count - 1);
            }
            else
            {
                ChoiceEmitter.Write(code, plan, group, dialect, arms =>
                    WriteCalls(code, plan, arms.ToEquatableArray(), dialect, isLast: false));
                code.WriteLine();
            }
        }
    }

    private static void WriteCalls(
        CodeWriter code,
        MatchPlan plan,
        EquatableArray<int> arms,
        TableDialect dialect,
        bool isLast)
    {
        for (int place = 0; place < arms.Count; place++)
        {
            Arm arm = plan.Arms[arms[place]];
            string call = $"{ArmEmitter.NameOf(arm)}({dialect.ArgumentsOf(arm, plan)})";
            if (!arm.Handler.IsAsynchronous)
            {
                code.Write(call + ";");
            }
            else if (isLast && place == arms.Count - 1)
            {
                // Suspended or not, there is nothing left to try.
                code.Write($"_ = {call};");
            }
            else
            {
                using (code.Block($"if ({call})"))
                {
                    code.Write("return;");
                }

                code.WriteLine();
            }
        }
    }
}
