using System.Reflection;
using Mp.TestKit.Patterns;

namespace Mp.Generators.Tests.Behaviour;

/// <summary>Whatever the members and the messages: a record is received exactly when what is written out is.</summary>
public sealed class RandomMessageTests
{
    private const int FirstSeed = 20_260_301;
    private const int ClassesInABatch = 20;
    private const int CasesOfAClass = 100;

    private enum Ran
    {
        Record,
        Written,
        Added,
    }

    [Fact]
    public void Record_OfAnyMembers_IsReceivedLikeItsElements_AndSentBackEqual()
    {
        int matched = 0;
        int batches = Math.Max(1, PropertyCases.Count / (ClassesInABatch * CasesOfAClass));
        for (int batch = 0; batch < batches; batch++)
        {
            var random = new RandomPatterns(new Random(FirstSeed + batch));
            HandlerCase[] cases =
            [
                .. Enumerable.Range(0, ClassesInABatch).Select(_ => random.NextHandlers(most: 1)[0] with
                {
                    Pattern = ["a"],
                    IsOneShot = false,
                }),
            ];
            Assembly assembly = GeneratorHarness.Load(string.Join('\n', cases.Select(SourceOf)));
            for (int index = 0; index < cases.Length; index++)
            {
                Type type = assembly.GetType($"Receiver{index}")!;
                matched += Receive(type, cases[index], random.NextMessages(CasesOfAClass, [cases[index]]));
            }
        }

        Assert.InRange(matched, batches, int.MaxValue);
    }

    private static int Receive(Type type, HandlerCase handler, IReadOnlyList<object?[]> messages)
    {
        int matched = 0;
        foreach (MessageForm form in Enum.GetValues<MessageForm>())
        {
            var run = new PatternRun();
            IReadOnlyList<int[]> ran = run.Of((Port)Activator.CreateInstance(type, run)!, messages, form);
            for (int index = 0; index < messages.Count; index++)
            {
                matched += ran[index].Length;
                Assert.True(
                    ran[index] is [] or [(int)Ran.Record, (int)Ran.Written, (int)Ran.Added],
                    $"{type.Name}, {form}: [{string.Join(", ", messages[index].Select(RandomPatterns.Describe))}] ran "
                    + $"{string.Join(' ', ran[index].Select(static number => (Ran)number))}, of {handler}");
            }
        }

        return matched;
    }

    // The record notes that it came only if it is the same after another journey.
    private static string SourceOf(HandlerCase handler, int number)
    {
        string[] types = [.. handler.Parameters.Select(static type => type == typeof(object) ? "object?" : type.FullName!)];
        string parameters = string.Join(", ", types.Select(static (type, index) => $"{type} P{index}"));
        string arguments = string.Join(", ", types.Select(static (_, index) => $"P{index}"));
        return $$"""
            [Message("a")] public partial record Record{{number}}({{parameters}});

            public partial class Receiver{{number}} : Port
            {
                private readonly Mp.TestKit.Patterns.PatternRun _run;
                private Record{{number}}? _last;

                public Receiver{{number}}(Mp.TestKit.Patterns.PatternRun run)
                {
                    _run = run;
                    Rcv((Record{{number}} record) => Note({{(int)Ran.Added}}, record));
                }

                [Rcv]
                void OnRecord(Record{{number}} record)
                {
                    Message again = Message.Create(record);
                    _last = record;
                    if (again.Tag == "a" && again.Count == {{types.Length + 1}} && again.TryGet(out Record{{number}}? read))
                    {
                        Note({{(int)Ran.Record}}, read);
                    }
                }

                [Rcv("a")] void Written({{parameters}}) => Note({{(int)Ran.Written}}, new Record{{number}}({{arguments}}));

                void Note(int who, Record{{number}} record)
                {
                    if ($"{record}" == $"{_last}")
                    {
                        _run.Note(who);
                    }
                }
            }

            """;
    }
}
