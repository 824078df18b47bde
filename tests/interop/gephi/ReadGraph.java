import java.awt.Color;
import java.awt.Font;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.Iterator;
import java.util.Locale;
import java.util.Random;
import javax.imageio.ImageIO;
import org.apache.batik.transcoder.TranscoderException;
import org.apache.batik.transcoder.TranscoderInput;
import org.apache.batik.transcoder.TranscoderOutput;
import org.apache.batik.transcoder.image.ImageTranscoder;
import org.gephi.graph.api.DirectedGraph;
import org.gephi.graph.api.Edge;
import org.gephi.graph.api.GraphController;
import org.gephi.graph.api.GraphModel;
import org.gephi.graph.api.Interval;
import org.gephi.graph.api.Node;
import org.gephi.io.exporter.api.ExportController;
import org.gephi.io.exporter.preview.SVGExporter;
import org.gephi.io.importer.api.Container;
import org.gephi.io.importer.api.ImportController;
import org.gephi.io.importer.api.Issue;
import org.gephi.io.processor.plugin.AppendProcessor;
import org.gephi.io.processor.plugin.DefaultProcessor;
import org.gephi.layout.plugin.forceAtlas2.ForceAtlas2;
import org.gephi.layout.plugin.forceAtlas2.ForceAtlas2Builder;
import org.gephi.layout.plugin.labelAdjust.LabelAdjust;
import org.gephi.layout.plugin.labelAdjust.LabelAdjustBuilder;
import org.gephi.layout.spi.Layout;
import org.gephi.preview.api.PreviewController;
import org.gephi.preview.api.PreviewProperties;
import org.gephi.preview.api.PreviewProperty;
import org.gephi.preview.types.EdgeColor;
import org.gephi.project.api.ProjectController;
import org.gephi.project.api.Workspace;
import org.gephi.statistics.plugin.ConnectedComponents;
import org.openide.util.Lookup;

/**
 * Opens files one after the other in one workspace, as a person would in Gephi, and prints what is in it then, as tab-separated
 * lines: issue, node (id, label, size, colour), edge (source, target, kind, weight, label), time (first and last bound).
 * With --png FILE the graph is also laid out and drawn.
 */
public final class ReadGraph {
  private static final ImportController imports = Lookup.getDefault().lookup(ImportController.class);

  public static void main(String[] arguments) throws Exception {
    Locale.setDefault(Locale.ROOT);
    ProjectController projects = Lookup.getDefault().lookup(ProjectController.class);
    projects.newProject();
    Workspace workspace = projects.getCurrentWorkspace();
    String picture = null;
    boolean first = true;
    for (int i = 0; i < arguments.length; i++) {
      if (arguments[i].equals("--png")) {
        picture = arguments[++i];
        continue;
      }
      open(new File(arguments[i]), workspace, first);
      first = false;
    }
    GraphModel model = Lookup.getDefault().lookup(GraphController.class).getGraphModel(workspace);
    print(model);
    if (picture != null) {
      layOut(model);
      draw(workspace, new File(picture));
    }
    System.exit(0);
  }

  private static void open(File file, Workspace workspace, boolean first) throws Exception {
    Container container = imports.importFile(file);
    imports.process(container, first ? new DefaultProcessor() : new AppendProcessor(), workspace);
    for (Iterator<Issue> issues = container.getReport().getIssues(Integer.MAX_VALUE); issues.hasNext(); ) {
      Issue issue = issues.next();
      if (issue.getLevel() != Issue.Level.INFO) {
        line("issue", issue.getLevel(), issue.getMessage());
      }
    }
  }

  private static void print(GraphModel model) {
    DirectedGraph graph = model.getDirectedGraph();
    for (Node node : graph.getNodes()) {
      Color colour = node.getColor();
      line("node", node.getId(), node.getLabel(), node.size(),
          colour.getRed() + " " + colour.getGreen() + " " + colour.getBlue());
    }
    for (Edge edge : graph.getEdges()) {
      line("edge", edge.getSource().getId(), edge.getTarget().getId(), edge.getTypeLabel(), edge.getWeight(), edge.getLabel());
    }
    Interval bounds = model.getTimeBounds();
    line("time", model.getConfiguration().getTimeRepresentation(), bounds.getLow(), bounds.getHigh());
  }

  private static void line(Object... fields) {
    StringBuilder line = new StringBuilder();
    for (Object field : fields) {
      line.append(line.length() == 0 ? "" : "\t").append(field);
    }
    System.out.println(line);
  }

  /** The largest part that hangs together, placed so that what is related lies together and names do not cover each other. */
  private static void layOut(GraphModel model) {
    keepLargestPart(model);
    Random random = new Random(1);
    for (Node node : model.getGraph().getNodes()) {
      node.setX(random.nextFloat() * 1000);
      node.setY(random.nextFloat() * 1000);
      node.setSize(0.6f * node.size());
      node.getTextProperties().setSize(1.4f);
    }
    ForceAtlas2 forces = new ForceAtlas2Builder().buildLayout();
    forces.setGraphModel(model);
    forces.resetPropertiesValues();
    forces.setThreadsCount(1);
    forces.setEdgeWeightInfluence(0.0);
    forces.setScalingRatio(400.0);
    forces.setGravity(6.0);
    forces.setAdjustSizes(true);
    run(forces, 1500);
    LabelAdjust labels = new LabelAdjustBuilder().buildLayout();
    labels.setGraphModel(model);
    run(labels, 200);
  }

  private static void keepLargestPart(GraphModel model) {
    ConnectedComponents parts = new ConnectedComponents();
    parts.setDirected(false);
    parts.execute(model);
    DirectedGraph graph = model.getDirectedGraph();
    for (Node node : graph.getNodes().toArray()) {
      if (!node.getAttribute(ConnectedComponents.WEAKLY).equals(parts.getGiantComponent())) {
        graph.removeNode(node);
      }
    }
  }

  private static void run(Layout layout, int steps) {
    layout.initAlgo();
    for (int i = 0; i < steps && layout.canAlgo(); i++) {
      layout.goAlgo();
    }
    layout.endAlgo();
  }

  /** By way of SVG: Gephi's own writer of PNG wants a screen. */
  private static void draw(Workspace workspace, File file) throws Exception {
    PreviewController previews = Lookup.getDefault().lookup(PreviewController.class);
    PreviewProperties look = previews.getModel(workspace).getProperties();
    look.putValue(PreviewProperty.SHOW_NODE_LABELS, true);
    look.putValue(PreviewProperty.NODE_LABEL_PROPORTIONAL_SIZE, false);
    look.putValue(PreviewProperty.NODE_LABEL_FONT, new Font("DejaVu Sans", Font.PLAIN, 22));
    look.putValue(PreviewProperty.EDGE_COLOR, new EdgeColor(EdgeColor.Mode.ORIGINAL));
    look.putValue(PreviewProperty.EDGE_THICKNESS, 3f);
    look.putValue(PreviewProperty.ARROW_SIZE, 3f);
    look.putValue(PreviewProperty.NODE_BORDER_WIDTH, 0f);
    previews.refreshPreview(workspace);
    ExportController exports = Lookup.getDefault().lookup(ExportController.class);
    SVGExporter exporter = (SVGExporter) exports.getExporter("svg");
    exporter.setWorkspace(workspace);
    exporter.setScaleStrokes(false);
    StringWriter svg = new StringWriter();
    exports.exportWriter(svg, exporter);
    Picture picture = new Picture(file);
    picture.addTranscodingHint(ImageTranscoder.KEY_WIDTH, 800f);
    picture.addTranscodingHint(ImageTranscoder.KEY_BACKGROUND_COLOR, Color.WHITE);
    picture.transcode(new TranscoderInput(new StringReader(svg.toString())), null);
  }

  /** Draws SVG into a PNG. */
  private static final class Picture extends ImageTranscoder {
    private final File file;

    Picture(File file) {
      this.file = file;
    }

    @Override
    public BufferedImage createImage(int width, int height) {
      return new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    }

    @Override
    public void writeImage(BufferedImage image, TranscoderOutput output) throws TranscoderException {
      try {
        ImageIO.write(image, "png", file);
      } catch (IOException problem) {
        throw new TranscoderException(problem);
      }
    }
  }
}
