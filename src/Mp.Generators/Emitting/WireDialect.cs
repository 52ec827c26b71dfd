using Microsoft.CodeAnalysis.CSharp;
using Mp.Generators.Model;
using Mp.Generators.Planning;

namespace Mp.Generators.Emitting;

/// <summary>
/// The table over bytes: elements are read one after the other, by a reader that each arm gets a copy of.
/// </summary>
internal sealed class WireDialect : TableDialect
{
    private const string Bytes = "global::System.ReadOnlySpan<byte>";

    /// <inheritdoc/>
    public override string MessageType => "WireMessage";

    /// <inheritdoc/>
    // The same object may stand for another message when the table has returned.
    public override string MessageArgument => "message.Keep()";

    /// <inheritdoc/>
    // A copy is the place to go back to; where nothing else is tried, nobody goes back.
    public override string ArmParameterOf(Arm arm) =>
        $"{(arm.IsAlone ? "ref " : "")}{GeneratedText.Services}ElementReader reader,";

    /// <inheritdoc/>
    public override void WriteBeginning(CodeWriter code, MatchPlan plan) =>
        code.Write($"{GeneratedText.Services}ElementReader reader = message.CreateReader();");

    /// <inheritdoc/>
    public override void WriteBranches(CodeWriter code, MatchPlan plan, Action<TagBranch> writeArms)
    {
        string reader = ReaderAfterTag(plan);
        if (plan.Others.Count > 0)
        {
            code.Write($"{GeneratedText.Services}ElementReader {reader} = reader;");
        }

        if (plan.LooksUpTags)
        {
            using (code.Block($"switch ({TagTableEmitter.Field}.Find(ref {reader}))"))
            {
                TagTableEmitter.WriteCases(code, plan, writeArms);
            }

            return;
        }

        using (code.Block($"if ({reader}.TryReadUtf8(out {Bytes} tag))"))
        {
            foreach (TagBranch branch in plan.Branches)
            {
                string utf8 = TagTableEmitter.LiteralOf(branch) + "u8";
                using (code.Block($"if (global::System.MemoryExtensions.SequenceEqual(tag, {utf8}))"))
                {
                    writeArms(branch);
                }

                code.WriteLine();
            }
        }
    }

    /// <inheritdoc/>
    public override string ArgumentsOf(Arm arm, MatchPlan plan) =>
        $"message, {(arm.IsAlone ? "ref " : "")}{ReaderOf(arm, plan)}, ref dispatch";

    /// <inheritdoc/>
    public override string RestOf(Arm arm) => arm.RestPosition == 0
        ? "reader.ReadRest(message.Count)"
        : $"reader.ReadRest(message.Count - {arm.RestPosition})";

    /// <inheritdoc/>
    public override string ReadChoice(CodeWriter code, MatchPlan plan, Arm arm, string number) =>
        $"{Chooser(code, plan, arm, number)}.TryReadInt64(out long choice{number})";

    /// <inheritdoc/>
    public override string FindChoice(CodeWriter code, MatchPlan plan, Arm arm, string number) =>
        $"ref {Chooser(code, plan, arm, number)}";

    /// <inheritdoc/>
    public override string Condition(ArmStep step, Arm arm, CodecFields codecs) => step.Kind switch
    {
        StepKind.Compare => Compare(step.Constant!),
        StepKind.Pass => "reader.TrySkip()",
        _ when IsReadLate(arm.Handler.Parameters[step.Parameter]) =>
            $"reader.TryReadUtf8(out {Bytes} {VariableOf(step.Parameter)})",
        _ => Bind(step, arm, "reader.TryRead", "", codecs),
    };

    /// <inheritdoc/>
    public override string ValueOf(ParameterModel parameter, int index) => IsReadLate(parameter)
        ? $"global::System.Text.Encoding.UTF8.GetString({VariableOf(index)})"
        : base.ValueOf(parameter, index);

    // A text is made when all else has matched: a message that is not for the handler costs nothing.
    private static bool IsReadLate(ParameterModel parameter) =>
        parameter is { Element.Kind: ElementKind.String, Default: null };

    // The arms that are chosen read the constant again.
    private static string Chooser(CodeWriter code, MatchPlan plan, Arm arm, string number)
    {
        string chooser = "chooser" + number;
        code.Write($"{GeneratedText.Services}ElementReader {chooser} = {ReaderOf(arm, plan)};");
        return chooser;
    }

    private static string ReaderOf(Arm arm, MatchPlan plan) => arm.Tag is null ? "reader" : ReaderAfterTag(plan);

    // Arms without a tag begin where the message does.
    private static string ReaderAfterTag(MatchPlan plan) => plan.Others.Count > 0 ? "afterTag" : "reader";

    private static string Compare(ConstantModel constant) => constant.Kind switch
    {
        ConstantKind.Null => "reader.TryReadNull()",
        ConstantKind.String => $"reader.TryReadConstant({Utf8(constant.Value)})",
        _ => $"reader.TryReadConstant({constant.Value})",
    };

    private static string Utf8(string text) => SymbolDisplay.FormatLiteral(text, quote: true) + "u8";
}
