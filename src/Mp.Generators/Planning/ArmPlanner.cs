using Mp.Generators.Collections;
using Mp.Generators.Model;

namespace Mp.Generators.Planning;

/// <summary>
/// Deals the elements of a message out to a pattern and the parameters: those matched by wildcards first, then those
/// after the pattern.
/// </summary>
internal static class ArmPlanner
{
    public static Arm Plan(HandlerModel handler, int index, bool isOneOfSeveral)
    {
        EquatableArray<ConstantModel> pattern = handler.Pattern;
        string? tag = pattern.Count > 0 && pattern[0].Kind == ConstantKind.String ? pattern[0].Value : null;
        ArmStep[] steps = [.. Steps(handler)];
        return new Arm
        {
            Index = index,
            Handler = handler,
            IsOneOfSeveral = isOneOfSeveral,
            Tag = tag,
            RestPosition = steps.Length,
            Steps = steps.Skip(tag is null ? 0 : 1).ToEquatableArray(),
        };
    }

    private static IEnumerable<ArmStep> Steps(HandlerModel handler)
    {
        var unbound = new Queue<int>(ElementParameters(handler));
        int position = 0;
        foreach (ConstantModel constant in handler.Pattern)
        {
            yield return constant.Kind != ConstantKind.Any
                ? new ArmStep { Kind = StepKind.Compare, Position = position, Constant = constant }
                : unbound.Count > 0
                    ? new ArmStep { Kind = StepKind.Bind, Position = position, Parameter = unbound.Dequeue() }
                    : new ArmStep { Kind = StepKind.Pass, Position = position };
            position++;
        }

        // Only here may an element be missing: one that a wildcard stands for must exist.
        foreach (int parameter in unbound)
        {
            yield return new ArmStep
            {
                Kind = StepKind.Bind,
                Position = position++,
                Parameter = parameter,
                IsOptional = handler.Parameters[parameter].Default is not null,
            };
        }
    }

    private static IEnumerable<int> ElementParameters(HandlerModel handler) =>
        Enumerable.Range(0, handler.Parameters.Count)
            .Where(parameter => handler.Parameters[parameter].Element is not null);
}
